import { BlockList, isIP } from "node:net";

const MOST_REMEMBERED = 1_000;

/**
 * Tells whether an address is one of our proxies: a list of addresses and of networks like 10.0.0.0/8. Every request asks it,
 * and hardly ever about an address that is new.
 */
export function trustProxies(networks: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  const known = new Map<string, boolean>();
  return (address) => {
    const remembered = known.get(address);
    if (remembered !== undefined) return remembered;
    const trusted = isIP(address) !== 0 && proxies.check(address, familyOf(address));
    if (known.size === MOST_REMEMBERED) known.clear();
    known.set(address, trusted);
    return trusted;
  };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
