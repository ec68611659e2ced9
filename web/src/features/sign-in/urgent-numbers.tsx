import { Phone } from "lucide-react";
import { useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";

const numbers = { ambulance: "120", police: "110", crisis: "12356" } as const;

/** Whoever cannot wait for a volunteer. */
export function UrgentNumbers() {
  const { t } = useWords();
  return (
    <>
      <span className="muted">
        <Icon as={Phone} /> {t("sign-in.urgent")}
      </span>
      {(Object.keys(numbers) as (keyof typeof numbers)[]).map((who) => (
        <a key={who} href={`tel:${numbers[who]}`}>
          {t(`sign-in.urgent.${who}`)}
        </a>
      ))}
    </>
  );
}
