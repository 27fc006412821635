/** As people read it aloud: extension and company first. */
export function groupedSscc(sscc: string): string {
  return [sscc.slice(0, 1), sscc.slice(1, 8), sscc.slice(8, 17), sscc.slice(17)].join(" ");
}
