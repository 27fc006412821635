/** Says in a technician's words why a serial port cannot be opened. */
export function serialFailureWords(error: Error, path: string): string {
  const found = KNOWN.find(({ pattern }) => pattern.test(error.message));
  return found ? found.words(path) : `${path} cannot be opened: ${error.message}`;
}

interface KnownFailure {
  readonly pattern: RegExp;
  words(path: string): string;
}

// The binding gives messages, not codes; Windows says "File not found" and "Access denied".
const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /no such file|ENOENT|file not found|no such device/i,
    words: (path) => `Not plugged in: there is no device at ${path}`,
  },
  {
    pattern: /lock port|busy|EBUSY|access denied/i,
    words: (path) => `${path} is in use by another program; close it there`,
  },
  {
    pattern: /permission denied|EACCES|EPERM/i,
    words: (path) =>
      `No permission to open ${path}: this user must be in the group that owns it (Debian: dialout)`,
  },
  {
    pattern: /not a typewriter|inappropriate ioctl|ENOTTY/i,
    words: (path) => `${path} is no serial port`,
  },
];
