import { Check } from "lucide-react";
import type { RefObject } from "react";
import { Menu as AriaMenu, Header, I18nProvider, MenuItem, MenuSection, Popover } from "react-aria-components";
import { Icon } from "./icon.tsx";
import styles from "./menu.module.css";
import type { MenuGroup } from "./menu.tsx";

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  placement: "bottom start" | "right bottom" | "top end";
  label: string;
  groups: readonly MenuGroup[];
  onAction: (key: string) => void;
};

export function MenuPopover({ placement, trigger, open, onOpenChange, label, groups, onAction }: Props) {
  const act = (key: string | number) => {
    onOpenChange(false);
    onAction(String(key));
  };
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <Popover
        className={styles.popover ?? ""}
        aria-label={label}
        triggerRef={trigger}
        isOpen={open}
        onOpenChange={onOpenChange}
        placement={placement}
      >
        <AriaMenu className={styles.menu ?? ""} aria-label={label} autoFocus="first" onAction={act}>
          {groups.map((group) => (
            <MenuSection key={group.key} className={styles.section ?? ""} {...selection(group)}>
              {group.title && <Header className={styles.heading ?? ""}>{group.title}</Header>}
              {group.items.map((item) => (
                <MenuItem
                  key={item.key}
                  id={item.key}
                  className={styles.item ?? ""}
                  textValue={item.label}
                  isDisabled={!!item.disabled}
                >
                  {({ isSelected }) => (
                    <>
                      {group.selected !== undefined && (
                        <span className={styles.check}>{isSelected && <Icon as={Check} />}</span>
                      )}
                      {item.icon && <Icon as={item.icon} />}
                      <span>{item.label}</span>
                    </>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </I18nProvider>
  );
}

function selection(group: MenuGroup) {
  if (group.selected === undefined) return {};
  return { selectionMode: "single", disallowEmptySelection: true, selectedKeys: [group.selected] } as const;
}
