/** Makes a fresh UUIDv7; handed in so that decisions stay reproducible. */
export type NewId = () => string;

/** A SHA-256 of UTF-8 text, 64 lower-case hex digits; handed in because each platform has its own fast one. */
export type Sha256 = (text: string) => string;
