import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type {
  CertificateList,
  CommissioningAnswer,
  CommissioningInput,
  CommissioningName,
  ExchangeList,
  ExploredMachine,
  ExportedMapping,
  MappingCheck,
  MappingComparison,
  OfferedEndpoints,
  ReadNode,
  StoredMapping,
} from "../../../shared/screen/commissioning.ts";

/** What the station says to each question of the commissioning assistant. */
export interface CommissioningAnswers {
  readonly "commissioning.offers": CommissioningAnswer<OfferedEndpoints>;
  readonly "commissioning.explore": CommissioningAnswer<ExploredMachine>;
  readonly "commissioning.read": CommissioningAnswer<readonly ReadNode[]>;
  readonly "commissioning.mapping": CommissioningAnswer<StoredMapping>;
  readonly "commissioning.checkMapping": CommissioningAnswer<MappingCheck>;
  readonly "commissioning.saveMapping": CommandAnswer;
  readonly "commissioning.exportMapping": CommissioningAnswer<ExportedMapping>;
  readonly "commissioning.mappingFiles": CommissioningAnswer<ExchangeList>;
  readonly "commissioning.compareMapping": CommissioningAnswer<MappingComparison>;
  readonly "commissioning.importMapping": CommandAnswer;
  readonly "commissioning.certificates": CommissioningAnswer<CertificateList>;
  readonly "commissioning.judgeCertificate": CommandAnswer;
}

/** Asks about machines. Rejects when no answer came. */
export type AskMachines = <Name extends CommissioningName>(
  name: Name,
  input: CommissioningInput<Name>,
) => Promise<CommissioningAnswers[Name]>;

type VerbOf<Name> = Name extends `commissioning.${infer Verb}` ? Verb : never;
type CommissioningClient = {
  readonly [Name in CommissioningName as VerbOf<Name>]: {
    mutate(input: CommissioningInput<Name>): Promise<CommissioningAnswers[Name]>;
  };
};
export type CommissioningTable = {
  readonly [Name in CommissioningName]: (
    input: CommissioningInput<Name>,
  ) => Promise<CommissioningAnswers[Name]>;
};

/** Every question beside the procedure that carries it; a question without one does not compile. */
export function createCommissioning(client: CommissioningClient): AskMachines {
  const table: CommissioningTable = {
    "commissioning.offers": (input) => client.offers.mutate(input),
    "commissioning.explore": (input) => client.explore.mutate(input),
    "commissioning.read": (input) => client.read.mutate(input),
    "commissioning.mapping": (input) => client.mapping.mutate(input),
    "commissioning.checkMapping": (input) => client.checkMapping.mutate(input),
    "commissioning.saveMapping": (input) => client.saveMapping.mutate(input),
    "commissioning.exportMapping": (input) => client.exportMapping.mutate(input),
    "commissioning.mappingFiles": (input) => client.mappingFiles.mutate(input),
    "commissioning.compareMapping": (input) => client.compareMapping.mutate(input),
    "commissioning.importMapping": (input) => client.importMapping.mutate(input),
    "commissioning.certificates": (input) => client.certificates.mutate(input),
    "commissioning.judgeCertificate": (input) => client.judgeCertificate.mutate(input),
  };
  return (name, input) => table[name](input);
}
