/** An address as people say it: without its protocol, and without the slash that every site ends with. */
export function shortAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return host + (pathname === "/" ? "" : pathname) + search;
}
