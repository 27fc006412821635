/** The part of pino that the MES uses, so that tests need no logger. */
export interface MesLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
