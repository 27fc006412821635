import type { MouseEvent, ReactNode } from "react";
import { formatRoute, type Route } from "./route.ts";
import type { Navigate } from "./use-route.ts";

interface PageLinkProps {
  readonly to: Route;
  readonly navigate: Navigate;
  readonly current: boolean;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A real link, so that a new tab works, that changes pages without loading anything again. */
export function PageLink({ to, navigate, current, className, children }: PageLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={formatRoute(to)}
      className={className}
      onClick={follow}
      {...(current ? { "aria-current": "page" } : {})}
    >
      {children}
    </a>
  );
}
