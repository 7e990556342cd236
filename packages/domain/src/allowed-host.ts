const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Whether links may lead to this host, as `URL` writes it: lower case, punycode, without a trailing dot.
 * An entry allows itself and what lies below it: `example.org` allows `a.example.org`, not `evilexample.org`.
 * `*` allows everything, and is the only entry that allows bare addresses, whose "suffixes" belong to nobody.
 */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  if (allowed.includes("*")) return true;
  if (IPV4.test(host) || host.startsWith("[")) return false;
  return allowed.map(plain).some((entry) => entry !== "" && (host === entry || host.endsWith(`.${entry}`)));
}

/** An entry as people write it into a setting: `.Example.org.` means `example.org`. */
function plain(entry: string): string {
  return entry.toLowerCase().replace(/^\.+|\.+$/g, "");
}
