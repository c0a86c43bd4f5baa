import { tokenize, TokenType } from '@csstools/css-tokenizer';

/**
 * Whether CSS, or the value of an attribute that is read like CSS, fetches from elsewhere. It is read by a tokenizer, so
 * that `u\72l(…)` is what it is for a browser, and a font called `\5FAE\8F6F` is only a font.
 */
export function hasExternalReferences(css: string): boolean {
  // Most values have neither, and the tokens of every path would be thousands.
  if (!/[(@\\]/.test(css)) return false;
  let open: string[] = [];
  for (const [type, , , , value] of tokenize({ css })) {
    switch (type) {
      case TokenType.URL:
        if (!isInside(value.value)) return true;
        break;
      case TokenType.BadURL:
        return true;
      case TokenType.AtKeyword:
        if (value.value.toLowerCase() === 'import') return true;
        break;
      case TokenType.Function:
        open = [...open.slice(-9), value.value.toLowerCase()];
        break;
      case TokenType.OpenParen:
        open = [...open.slice(-9), ''];
        break;
      case TokenType.CloseParen:
        open = open.slice(0, -1);
        break;
      case TokenType.String:
        if (open.some((name) => loading.test(name)) && !isInside(value.value)) return true;
        break;
    }
  }
  return false;
}

/** Functions that take an address as text. */
const loading = /^(?:url|src|image|(?:-webkit-)?image-set)$/;

const isInside = (address: string): boolean => /^(?:#|data:image\/)/i.test(address.trim());
