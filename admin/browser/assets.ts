/** A picture or file on its way to the server: new from this computer, or one the server gave. */
export interface Asset {
  path: string;
  url?: string;
  content?: string;
  toBase64?: () => Promise<string>;
}

/** Named alone: the server puts it beside the text it comes with. */
export async function forTheWay(asset: Asset): Promise<object> {
  const name = asset.path.slice(asset.path.lastIndexOf('/') + 1);
  return { path: name, encoding: 'base64', content: asset.content ?? (await asset.toBase64?.()) };
}
