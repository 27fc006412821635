import { IconLogout2, IconUserPlus } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PeoplePanel.module.css";
import { PersonRow } from "./PersonRow.tsx";

const ROWS = 3;

/** Who is signed in; the active person is first and leaves with the primary. */
export function PeoplePanel() {
  const { model, go } = useScreen();
  const t = useText();
  const signOut = useCommand("session.signOut");
  const here = model.people.signedIn.toReversed();
  const active = here[0];
  const isWorking = active !== undefined && active.rights !== "none";
  return (
    <Panel title={t("more.people")} className={styles.panel}>
      {active === undefined && <p className={styles.none}>{t("more.nobody")}</p>}
      <ul className={styles.list}>
        {here.slice(0, ROWS).map((person) => (
          <PersonRow key={person.personId} person={person} isActive={person === active} />
        ))}
      </ul>
      <div className={styles.keys}>
        <Key
          className={styles.key}
          primary={!isWorking}
          icon={<IconUserPlus size={36} aria-hidden="true" />}
          onPress={() => go("sign-in")}
        >
          {t(isWorking ? "more.add-person" : "frame.sign-in")}
        </Key>
        {active !== undefined && (
          <Key
            primary={isWorking}
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
