import { useCallback, useEffect, useState } from "react";
import { formatRoute, parseRoute, type Route } from "./route.ts";

/** "push" makes a step the back button returns from; "replace" is for what changes while typing. */
export type Navigate = (to: Route, how?: "push" | "replace") => void;

/** The current route, kept in step with the address bar and the back button. */
export function useRoute(): [Route, Navigate] {
  const [route, setRoute] = useState(() => parseRoute(window.location));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(window.location));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const navigate = useCallback<Navigate>((to, how = "push") => {
    if (how === "push") window.history.pushState(null, "", formatRoute(to));
    else window.history.replaceState(null, "", formatRoute(to));
    setRoute(to);
  }, []);
  return [route, navigate];
}
