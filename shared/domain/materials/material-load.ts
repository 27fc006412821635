export interface MaterialLoad {
  readonly jobOrderId: string;
  readonly itemId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly atUtc: string;
  readonly personId: string | null;
}

export function loadKey(jobOrderId: string, itemId: string): string {
  return `${jobOrderId}|${itemId}`;
}
