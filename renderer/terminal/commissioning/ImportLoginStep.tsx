import { LoginQuestion } from "./LoginQuestion.tsx";
import type { StepProps } from "./step-props.ts";
import { useImport } from "./use-import.ts";

/** Passwords are never part of a mapping: each that this station lacks is asked, one machine after the other. */
export function ImportLoginStep({ state, onGo }: StepProps<"import-login">) {
  const { comparison, passwords } = state;
  const { busy, take } = useImport(comparison, onGo);
  const open = comparison.withoutPassword.filter(({ machineId }) => passwords[machineId] === undefined);
  const [machine] = open;
  if (machine === undefined) return null;
  return (
    <LoginQuestion
      key={machine.machineId}
      subject={machine.name}
      user={machine.user}
      userIsGiven
      busy={busy}
      onBack={() => onGo({ step: "compare", comparison })}
      onLogin={async ({ password }) => {
        const all = { ...passwords, [machine.machineId]: password };
        if (open.length > 1) onGo({ ...state, passwords: all });
        else await take(all);
      }}
    />
  );
}
