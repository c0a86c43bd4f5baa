import { broken, coding, dtd, entity, page, run, runs, script, svg } from './parts.ts';
import type { HostileSvg } from './parts.ts';

export const declarations: readonly HostileSvg[] = [
  [
    'an entity with a script',
    `<!DOCTYPE svg [<!ENTITY x "${script.replaceAll('"', "'")}">]>${svg('&x;')}`,
    entity,
  ],
  [
    'an entity from an address',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "/fetched">]>${svg('<text>&x;</text>')}`,
    entity,
  ],
  [
    'a billion laughs',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
    entity,
  ],
  ['a default attribute of the root', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${run}">]>${svg('')}`, dtd],
  [
    'a default attribute after the standard DTD',
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ATTLIST svg onload CDATA "${run}">]>${svg('')}`,
    dtd,
  ],
  [
    'a default namespace',
    `<!DOCTYPE svg [<!ATTLIST script xmlns CDATA "http://www.w3.org/2000/svg">]>${svg('')}`,
    dtd,
  ],
  ['a DTD from an address', `<!DOCTYPE svg SYSTEM "/fetched.dtd">${svg('')}`],
  ['the document type of HTML', `<!DOCTYPE html>${svg('')}`, dtd],
  ['a parameter entity', `<!DOCTYPE svg [<!ENTITY % p SYSTEM "/fetched"> %p;]>${svg('')}`, entity],
  ['a style sheet from an address', `<?xml-stylesheet href="/fetched.css"?>${svg('')}`, '里面引用了外部样式'],
  [
    'a transformation',
    `<?xml-stylesheet type="text/xsl" href="/fetched.xsl"?>${svg('')}`,
    '里面引用了外部样式',
  ],
  [
    'a style sheet after a comment',
    `<!-- --><?xml-stylesheet href="data:text/css,*{}"?>${svg('')}`,
    '里面引用了外部样式',
  ],
  ['an instruction for PHP', svg(`<?php ${run} ?>`)],
  ['a comment with secrets', svg('<!-- 作者张三 -->')],
  ['UTF-7', `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-1+ADw-/script+AD4-')}`, coding],
  ['an unknown encoding', `<?xml version="1.0" encoding="ebcdic"?>${svg('')}`, coding],
  ['a script in UTF-16', Buffer.from(`\uFEFF${svg(script)}`, 'utf16le'), runs],
  ['UTF-16 without its mark', Buffer.from(svg(script), 'utf16le'), broken],
  ['bytes that are no UTF-8', Buffer.concat([Buffer.from(svg('')), Buffer.from([0xff, 0xfe, 0xfd])]), coding],
  ['half of a file', svg('<g><rect width="9" height="9"/></g>').slice(0, -20), broken],
  ['an attribute twice', svg('<g id="a" id="b"/>'), broken],
  ['an attribute without quotes', svg('<circle r=1 onclick=x() />'), broken],
  ['an entity of HTML', svg('<text>&nbsp;</text>'), broken],
  ['a second root', `${svg('')}${svg(script)}`, broken],
  ['no namespace', '<svg width="9" height="9"/>', '里面没有图形'],
  ['HTML around it', `<html xmlns="http://www.w3.org/1999/xhtml">${svg('')}</html>`, page],
  ['another root', `<note>${svg('')}</note>`, '里面没有图形'],
];
