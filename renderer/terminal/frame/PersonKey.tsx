import { IconIdBadge2, IconUsers } from "@tabler/icons-react";
import type { PersonHere } from "../../../shared/screen/people-view.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { HeaderKey } from "./HeaderKey.tsx";

const people = <IconUsers size={32} aria-hidden="true" />;
const badge = <IconIdBadge2 size={32} aria-hidden="true" />;

/** The person whose name the next booking carries, and what is left of their rights. */
export function PersonKey() {
  const { model, go, language } = useScreen();
  const t = useText();
  const { signedIn, leadUntilUtc } = model.people;
  const active = signedIn.at(-1);
  const key = { testId: "person-key", onPress: () => go("sign-in") };
  if (active === undefined) {
    return <HeaderKey {...key} icon={people} title={t("frame.nobody")} note={t("frame.sign-in")} />;
  }
  if (active.rights === "none") {
    return <HeaderKey {...key} icon={badge} isDim title={active.name} note={t("frame.rights-ended")} />;
  }
  const others = signedIn.length - 1;
  const title = others > 0 ? t("frame.more-people", { name: active.name, count: others }) : active.name;
  if (leadUntilUtc !== null) {
    return <LeadKey title={title} untilMs={Date.parse(leadUntilUtc)} onPress={key.onPress} />;
  }
  return <HeaderKey {...key} icon={people} title={title} note={noteOf(active)} />;

  function noteOf({ role, rights }: PersonHere): string {
    if (rights === "own") return t("frame.lead-over");
    return `${t(`role.${role}`)} · ${language.toUpperCase()}`;
  }
}

interface LeadKeyProps {
  readonly title: string;
  readonly untilMs: number;
  readonly onPress: () => void;
}

/** How long what only a lead may is still allowed: counted quietly, beside the name. */
function LeadKey({ title, untilMs, onPress }: LeadKeyProps) {
  const t = useText();
  const seconds = Math.max(0, Math.ceil((untilMs - useNowMs()) / 1_000));
  return (
    <HeaderKey
      testId="person-key"
      icon={people}
      title={title}
      note={t("frame.lead-left", { seconds })}
      onPress={onPress}
    />
  );
}
