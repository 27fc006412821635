import { IconLogin2 } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { TextKeys } from "../pad/TextKeys.tsx";
import { useText } from "../text/use-text.ts";
import type { Login } from "./choose-offer.ts";
import { LoginFields } from "./LoginFields.tsx";
import styles from "./LoginQuestion.module.css";
import { StepLayout } from "./StepLayout.tsx";

const LONGEST = { user: 80, password: 200 } as const;

interface LoginQuestionProps {
  readonly place?: number;
  /** Whose user it is. */
  readonly subject: string;
  readonly user: string;
  /** The user stands in the mapping; only the password is asked. */
  readonly userIsGiven?: boolean;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onLogin: (login: Login) => Promise<void>;
}

/** A user and a password by large keys. The password is never shown, never kept, and gone after each try. */
export function LoginQuestion(props: LoginQuestionProps) {
  const { subject, userIsGiven = false, busy } = props;
  const t = useText();
  const [typed, setTyped] = useState<Login>({ user: props.user, password: "" });
  const [field, setField] = useState<keyof Login>(props.user === "" ? "user" : "password");
  const change = (to: (before: string) => string) =>
    setTyped((before) => ({ ...before, [field]: to(before[field]).slice(0, LONGEST[field]) }));
  const submit = async () => {
    setField("password");
    await props.onLogin(typed);
    setTyped((before) => ({ ...before, password: "" }));
  };
  const isWhole = typed.user.trim() !== "" && typed.password !== "";
  return (
    <StepLayout
      {...(props.place === undefined ? {} : { place: props.place })}
      heading={t("commissioning.login")}
      note={subject}
      onBack={props.onBack}
      foot={
        <Key
          primary
          className={styles.go}
          icon={<IconLogin2 size={36} aria-hidden="true" />}
          disabled={!isWhole || busy}
          onPress={() => void submit()}
        >
          {t(busy ? "commissioning.asking" : "commissioning.log-in")}
        </Key>
      }
    >
      <div className={styles.stack}>
        <LoginFields typed={typed} field={field} userIsGiven={userIsGiven} onField={setField} />
        <TextKeys
          onCharacter={(character) => change((before) => before + character)}
          onDelete={() => change((before) => before.slice(0, -1))}
        />
      </div>
    </StepLayout>
  );
}
