/** A set-up step that cannot go on: what is missing, and the one thing the person can type to mend it. */
export class SetupFailure extends Error {
  /**
   * @param {string} missing what is missing, in a sentence
   * @param {string} remedy the command to type, or the one action to take
   * @param {unknown} [cause]
   */
  constructor(missing, remedy, cause) {
    super(missing, { cause });
    this.name = "SetupFailure";
    this.remedy = remedy;
  }
}
