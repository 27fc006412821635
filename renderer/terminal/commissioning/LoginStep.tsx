import { connectionOf } from "./choose-offer.ts";
import { LoginQuestion } from "./LoginQuestion.tsx";
import type { StepProps } from "./step-props.ts";
import { useExplore } from "./use-explore.ts";

/** User and password of a machine that wants them. A wrong one is told and asked again. */
export function LoginStep({ state, onGo }: StepProps<"login">) {
  const { endpointUrl, offered, offer, login } = state;
  const { busy, explore } = useExplore(offered, onGo);
  return (
    <LoginQuestion
      place={2}
      subject={offered.applicationName}
      user={login?.user ?? ""}
      busy={busy}
      onBack={() => onGo({ step: "security", endpointUrl, offered })}
      onLogin={async (typed) => {
        const connection = connectionOf(endpointUrl, offer, { identity: "user", login: typed });
        if (connection === null) return;
        // Turned away before it came to the password: its certificate has to be judged first.
        if ((await explore(connection)) === "refused") {
          onGo({ step: "security", endpointUrl, offered, login: typed });
        }
      }}
    />
  );
}
