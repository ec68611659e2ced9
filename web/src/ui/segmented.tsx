import type { LucideIcon } from "lucide-react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import styles from "./segmented.module.css";

export type Segment<Key extends string> = {
  key: Key;
  label: string;
  icon?: LucideIcon;
  lang?: string;
  fontSize?: string;
};

/** One choice of two to four, always all visible. Takes effect at once. */
export function Segmented<Key extends string>(props: {
  label: string;
  value: Key;
  segments: readonly Segment<Key>[];
  onChange: (key: Key) => void;
  small?: boolean;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a visible legend
    <div className={cx(styles.seg, props.small && styles.small, props.className)} role="group" aria-label={props.label}>
      {props.segments.map(({ key, label, icon, lang, fontSize }) => (
        <button
          key={key}
          type="button"
          lang={lang}
          style={fontSize ? { fontSize } : undefined}
          aria-pressed={key === props.value}
          onClick={() => props.onChange(key)}
        >
          {icon && <Icon as={icon} />}
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
