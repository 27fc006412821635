import { type AlarmSource, alarmSourceSchema } from "../alarms/alarm-source.ts";
import { everyNode, type FoundNode, ofType } from "./found-node.ts";
import { MACHINE_TOOL } from "./machine-tool.ts";

const STANDARD = "nsu=http://opcfoundation.org/UA/";
/** The server tells the events of all its machines. */
const SERVER = `${STANDARD};i=2253`;
/** MessagesType: where a machine tool tells its alerts (OPC 40501-1, Notification). */
const MESSAGES = `nsu=${MACHINE_TOOL};i=38`;
/** AlarmConditionType and the types of Part 9 that build on it, without those for a server's own certificates. */
const ALARM_TYPES = [
  2915, 2955, 9341, 9482, 9623, 9764, 9906, 10_060, 10_214, 10_368, 10_523, 10_637, 10_751, 11_753, 17_080,
  18_347, 18_496,
].map((id) => `${STANDARD};i=${id}`);

/**
 * Where alarms are told by events below a node, as a mapping that is ready: AlertType of a machine tool with its ErrorCode,
 * else the topmost objects that tell events, else the server where it has alarm conditions.
 *
 * @param root all of the server, where another place has to be found for a machine that is none of its own
 */
export function alarmSourcesOf(node: FoundNode, root: FoundNode = node): readonly AlarmSource[] {
  const parts = [...everyNode(node)];
  const [messages] = ofType(parts, MESSAGES);
  if (messages !== undefined) {
    const notifier = [messages, node].find(({ isNotifier }) => isNotifier === true)?.node ?? SERVER;
    return [source({ notifier, codeField: [`nsu=${MACHINE_TOOL};ErrorCode`] })];
  }
  const found = topmostNotifiers(node).map((one, index) => source({ notifier: one.node }, index));
  if (found.length > 0) return found.slice(0, MOST_SOURCES);
  if (node !== root) return alarmSourcesOf(root);
  return ofType(parts, ...ALARM_TYPES).length > 0 ? [source({ notifier: SERVER })] : [];
}

const MOST_SOURCES = 5;

/** An object tells the events of those below it, too. */
function topmostNotifiers(node: FoundNode): readonly FoundNode[] {
  return node.isNotifier === true ? [node] : node.children.flatMap(topmostNotifiers);
}

function source(given: Pick<AlarmSource, "notifier" | "codeField">, index = 0): AlarmSource {
  return alarmSourceSchema.parse({ sourceId: index === 0 ? "alarms" : `alarms-${index + 1}`, ...given });
}
