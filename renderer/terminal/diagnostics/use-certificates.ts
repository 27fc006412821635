import { useCallback, useEffect, useState } from "react";
import type { CertificateList } from "../../../shared/screen/commissioning.ts";
import type { CertificateView } from "../../../shared/screen/machine-link-view.ts";
import { useScreen } from "../app/screen-context.ts";
import { mayCommission } from "./may-commission.ts";

interface Certificates {
  /** null: not known, or not for this person to know. */
  readonly list: CertificateList | null;
  judge(certificate: CertificateView, verdict: "trusted" | "rejected"): Promise<void>;
}

/** The certificates that machines have shown, read anew after each verdict. */
export function useCertificates(): Certificates {
  const { model, ask } = useScreen();
  const may = mayCommission(model);
  const [list, setList] = useState<CertificateList | null>(null);
  const read = useCallback(async () => {
    const answer = await ask("commissioning.certificates", {}, { quiet: true });
    if (answer?.ok === true) setList(answer.value);
  }, [ask]);
  useEffect(() => {
    if (may) void read();
    else setList(null);
  }, [may, read]);
  const judge = async ({ sha256 }: CertificateView, verdict: "trusted" | "rejected") => {
    const answer = await ask("commissioning.judgeCertificate", {
      intentId: crypto.randomUUID(),
      sha256,
      verdict,
    });
    if (answer?.ok === true) await read();
  };
  return { list, judge };
}
