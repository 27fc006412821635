import { IconLockOpen } from "@tabler/icons-react";
import type { PersonHere } from "../../../shared/screen/people-view.ts";
import { Key } from "../../ui/Key.tsx";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PeoplePanel.module.css";

interface PersonRowProps {
  readonly person: PersonHere;
  /** Leaves with the primary of the panel. */
  readonly isActive: boolean;
}

/** Somebody who is signed in; a lead lets a locked PIN be tried again while its owner is here by badge. */
export function PersonRow({ person, isActive }: PersonRowProps) {
  const { people } = useScreen().model;
  const t = useText();
  const signOut = useCommand("session.signOut");
  const unlockPin = useCommand("session.unlockPin");
  const { personId, name, rights, pinLocked, method } = person;
  const role = t(`role.${person.role}`);
  return (
    <li className={styles.row}>
      <span className={styles.picture} aria-hidden="true">
        {person.initials}
      </span>
      <span className={styles.words}>
        <strong data-clip>{name}</strong>
        <span>{rights === "none" ? t("more.rights-ended", { role }) : role}</span>
      </span>
      {isLeadHere(people) && pinLocked && method === "badge" && (
        <Key
          label={t("more.unlock-pin-name", { name })}
          icon={<IconLockOpen size={28} aria-hidden="true" />}
          className={styles.out}
          disabled={unlockPin.busy}
          onPress={() => void unlockPin.run({ personId })}
        >
          {t("more.unlock-pin")}
        </Key>
      )}
      {!isActive && (
        <Key
          label={t("more.sign-out-name", { name })}
          className={styles.out}
          onPress={() => void signOut.run({ personId })}
        >
          {t("more.sign-out")}
        </Key>
      )}
    </li>
  );
}
