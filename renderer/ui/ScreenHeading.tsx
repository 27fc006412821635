import { type ReactNode, useEffect, useRef } from "react";

interface ScreenHeadingProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** A proper name that may be cut when it is too long. */
  readonly clips?: boolean;
}

/** The heading of a screen or sheet takes the focus when it appears, so that no key has it by accident. */
export function ScreenHeading({ children, className, clips = false }: ScreenHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={className}
      data-screen-heading
      {...(clips ? { "data-clip": "" } : {})}
    >
      {children}
    </h1>
  );
}
