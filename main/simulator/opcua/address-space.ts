import type { OPCUAServer } from "node-opcua-server";

/** The library's own types, which it leaves unnamed. */
export type AddressSpace = NonNullable<OPCUAServer["engine"]["addressSpace"]>;
export type OwnNamespace = ReturnType<AddressSpace["registerNamespace"]>;
export type ServedObject = ReturnType<OwnNamespace["addObject"]>;
