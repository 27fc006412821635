import { IconLogout2, IconUserPlus } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PeoplePanel.module.css";

const ROWS = 3;

/** Who is signed in; the active person is first and leaves with the primary. */
export function PeoplePanel() {
  const { model, go } = useScreen();
  const t = useText();
  const signOut = useCommand("session.signOut");
  const here = model.people.signedIn.toReversed();
  const active = here[0];
  return (
    <Panel title={t("more.people")} className={styles.panel}>
      {active === undefined && <p className={styles.none}>{t("more.nobody")}</p>}
      <ul className={styles.list}>
        {here.slice(0, ROWS).map((person) => (
          <li key={person.personId} className={styles.row}>
            <span className={styles.picture} aria-hidden="true">
              {person.initials}
            </span>
            <span className={styles.words}>
              <strong data-clip>{person.name}</strong>
              <span>{t(`role.${person.role}`)}</span>
            </span>
            {person !== active && (
              <Key
                label={t("more.sign-out-name", { name: person.name })}
                className={styles.out}
                onPress={() => void signOut.run({ personId: person.personId })}
              >
                {t("more.sign-out")}
              </Key>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.keys}>
        <Key
          className={styles.key}
          primary={active === undefined}
          icon={<IconUserPlus size={36} aria-hidden="true" />}
          onPress={() => go("sign-in")}
        >
          {t(active === undefined ? "frame.sign-in" : "more.add-person")}
        </Key>
        {active !== undefined && (
          <Key
            primary
            className={styles.key}
            icon={<IconLogout2 size={36} aria-hidden="true" />}
            note={active.name}
            onPress={() => void signOut.run({ personId: active.personId })}
          >
            {t("more.sign-out")}
          </Key>
        )}
      </div>
    </Panel>
  );
}
