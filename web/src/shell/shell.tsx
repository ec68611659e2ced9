import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { CircleUser, Ellipsis } from "lucide-react";
import { useViewer, type Viewer } from "../lib/viewer.ts";
import { useWords } from "../lib/words.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Icon } from "../ui/icon.tsx";
import { Logo } from "../ui/logo.tsx";
import { MenuButton, type MenuGroup } from "../ui/menu.tsx";
import { useAccountMenu } from "./account.ts";
import { Finder } from "./finder.tsx";
import { isAtFoot, type Place, placesOf } from "./navigation.ts";
import styles from "./shell.module.css";

/** A thumb reaches four tabs and the menu. */
const TABS = 4;

/** Around every screen of a signed-in person: rail on a desk, tabs on a phone. */
export function Shell() {
  const viewer = useViewer();
  return viewer ? <SignedIn viewer={viewer} /> : null;
}

function SignedIn({ viewer }: { viewer: Viewer }) {
  const { t } = useWords();
  const places = placesOf[viewer.role];
  const account = useAccountMenu(viewer);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t("app.skip")}
      </a>
      <nav className={styles.rail} aria-label={t("app.nav")}>
        <Link className={styles.mark} to={places[0].to} aria-label={`${t("app.name")} ${t("app.home")}`}>
          <Logo />
        </Link>
        {places
          .filter((place) => !isAtFoot(place))
          .map((place) => (
            <PlaceLink key={place.to} place={place} className={styles.item} />
          ))}
        <div className={styles.foot}>
          {places.filter(isAtFoot).map((place) => (
            <PlaceLink key={place.to} place={place} className={styles.item} />
          ))}
          <MenuButton
            placement="right bottom"
            label={t("app.account")}
            groups={account.groups}
            onAction={account.act}
            className={styles.item}
          >
            <Avatar name={viewer.name} small />
            <span>{viewer.name}</span>
          </MenuButton>
        </div>
      </nav>
      <div className={styles.page}>
        <Outlet />
      </div>
      <PhoneTabs places={places} account={account} />
      <Finder viewer={viewer} />
    </div>
  );
}

function PhoneTabs({
  places,
  account,
}: {
  places: readonly Place[];
  account: { groups: readonly MenuGroup[]; act: (key: string) => void };
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const rest = places.slice(TABS);
  const groups: MenuGroup[] = [
    ...(rest.length > 0
      ? [{ key: "places", items: rest.map(({ to, word, icon }) => ({ key: to, label: t(word), icon })) }]
      : []),
    ...account.groups,
  ];
  const act = (key: string) => {
    const place = rest.find(({ to }) => to === key);
    if (place) void navigate({ to: place.to });
    else account.act(key);
  };
  return (
    <nav className={styles.tabs} aria-label={t("app.nav")}>
      {places.slice(0, TABS).map((place) => (
        <PlaceLink key={place.to} place={place} word={place.short} className={styles.tab} />
      ))}
      <MenuButton placement="top end" label={t("app.account")} groups={groups} onAction={act} className={styles.tab}>
        <Icon as={rest.length > 0 ? Ellipsis : CircleUser} />
        <span>{t(rest.length > 0 ? "app.more" : "app.me")}</span>
      </MenuButton>
    </nav>
  );
}

function PlaceLink({
  place,
  word = place.word,
  className,
}: {
  place: Place;
  word?: Place["word"] | undefined;
  className: string | undefined;
}) {
  const { t } = useWords();
  return (
    <Link className={className} to={place.to} activeProps={{ "aria-current": "page" }}>
      <Icon as={place.icon} />
      <span>{t(word)}</span>
    </Link>
  );
}
