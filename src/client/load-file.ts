/**
 * Fetches a file of the site.
 * @throws Error when there is none at the address: a host's page that says so is not what was asked for
 */
export async function loadFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}
