import { tokenize, TokenType } from '@csstools/css-tokenizer';

/**
 * Whether CSS, or an attribute value parsed as CSS, fetches anything external. A tokenizer reads it as a browser does:
 * `u\72l(…)` is a URL, and a font named `\5FAE\8F6F` is only a font.
 */
export function hasExternalReferences(css: string): boolean {
  // Most values contain none of these, and tokenizing every path would be slow.
  if (!/[(@\\]/.test(css)) return false;
  let open: string[] = [];
  for (const [type, , , , value] of tokenize({ css })) {
    switch (type) {
      case TokenType.URL:
        if (!isEmbedded(value.value)) return true;
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
        if (open.some((name) => loadingFunction.test(name)) && !isEmbedded(value.value)) return true;
        break;
    }
  }
  return false;
}

/** Functions that load an address given as a string. */
const loadingFunction = /^(?:url|src|image|(?:-webkit-)?image-set)$/;

const isEmbedded = (address: string): boolean => /^(?:#|data:image\/)/i.test(address.trim());
