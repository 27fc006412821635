import { Key } from "../../ui/Key.tsx";
import { useText } from "../text/use-text.ts";
import type { Login } from "./choose-offer.ts";
import styles from "./LoginQuestion.module.css";

/** More would not fit beside the word. */
const SHOWN_DOTS = 16;

interface LoginFieldsProps {
  readonly typed: Login;
  /** The one that the keys write into. */
  readonly field: keyof Login;
  readonly userIsGiven: boolean;
  readonly onField: (field: keyof Login) => void;
}

/** What was typed so far: the user in clear, of the password only that there is one. */
export function LoginFields({ typed, field, userIsGiven, onField }: LoginFieldsProps) {
  const t = useText();
  return (
    <div className={styles.fields}>
      <Key
        className={styles.field}
        selected={field === "user"}
        disabled={userIsGiven}
        onPress={() => onField("user")}
      >
        <span className={styles.line}>
          <span className={styles.word}>{t("commissioning.user")}</span>
          <span data-testid="login-user">{typed.user}</span>
        </span>
      </Key>
      <Key
        className={styles.field}
        selected={field === "password"}
        label={`${t("commissioning.password")}, ${t("commissioning.characters", { count: typed.password.length })}`}
        onPress={() => onField("password")}
      >
        <span className={styles.line}>
          <span className={styles.word}>{t("commissioning.password")}</span>
          <span>{"•".repeat(Math.min(typed.password.length, SHOWN_DOTS))}</span>
        </span>
      </Key>
    </div>
  );
}
