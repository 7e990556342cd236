/** Follows a tracked link as a reader's browser does, up to where it leads. Returns that address. */
export async function followLink(url: string): Promise<string | null> {
  const answer = await fetch(url, {
    redirect: "manual",
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  });
  if (answer.status !== 302) throw new Error(`${url} answered ${answer.status}`);
  return answer.headers.get("location");
}
