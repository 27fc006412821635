import { IconUsers } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { HeaderKey } from "./HeaderKey.tsx";

/** The person whose name the next booking carries. */
export function PersonKey() {
  const { model, go, language } = useScreen();
  const t = useText();
  const { signedIn } = model.people;
  const active = signedIn.at(-1);
  const icon = <IconUsers size={32} aria-hidden="true" />;
  const press = () => go("sign-in");
  if (active === undefined) {
    return (
      <HeaderKey
        icon={icon}
        title={t("frame.nobody")}
        note={t("frame.sign-in")}
        onPress={press}
        testId="person-key"
      />
    );
  }
  const others = signedIn.length - 1;
  const role = t(`role.${active.role}`);
  return (
    <HeaderKey
      icon={icon}
      title={others > 0 ? t("frame.more-people", { name: active.name, count: others }) : active.name}
      note={`${role} · ${language.toUpperCase()}`}
      onPress={press}
      testId="person-key"
    />
  );
}
