import { everyNode, type FoundNode, ofType } from "./found-node.ts";

const JOB_CONTROL = "http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/";
/** ISA95JobOrderReceiverObjectType, ISA95JobResponseProviderObjectType. */
const JOB_OBJECTS = [1002, 1003].map((id) => `nsu=${JOB_CONTROL};i=${id}`);

/**
 * OPC 10031-4: the machine takes and answers job orders. Its jobs are lists of structures, which are no signals: a person
 * sees that the machine has them, and nothing of it is mapped.
 */
export function speaksJobControl(machine: FoundNode): boolean {
  return ofType([...everyNode(machine)], ...JOB_OBJECTS).length > 0;
}
