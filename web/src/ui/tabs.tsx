import type { ReactNode } from "react";
import { Tabs as AriaTabs, I18nProvider, Tab, TabList, TabPanel } from "react-aria-components";
import styles from "./tabs.module.css";

/** Views of one thing; the chosen one belongs into the URL. Only the chosen panel is drawn. */
export function Tabs<Key extends string>(props: {
  label: string;
  value: Key;
  tabs: readonly { key: Key; title: ReactNode; panel: ReactNode }[];
  onChange: (key: Key) => void;
}) {
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <AriaTabs selectedKey={props.value} onSelectionChange={(key) => props.onChange(key as Key)}>
        <TabList className={styles.list ?? ""} aria-label={props.label}>
          {props.tabs.map(({ key, title }) => (
            <Tab key={key} id={key} className={styles.tab ?? ""}>
              {title}
            </Tab>
          ))}
        </TabList>
        {props.tabs.map(({ key, panel }) => (
          <TabPanel key={key} id={key} className={styles.panel ?? ""}>
            {panel}
          </TabPanel>
        ))}
      </AriaTabs>
    </I18nProvider>
  );
}
