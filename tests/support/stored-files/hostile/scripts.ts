import { run, runs, script, svg } from './parts.ts';
import type { HostileSvg } from './parts.ts';

export const scripts: readonly HostileSvg[] = [
  ['a script', svg(script), runs],
  ['a script in capitals', svg(`<SCRIPT>${run}</SCRIPT>`), runs],
  ['a script with a prefix', svg(`<s:script xmlns:s="http://www.w3.org/2000/svg">${run}</s:script>`), runs],
  ['a script of HTML', svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${run}</h:script>`), runs],
  ['a script as CDATA', svg(`<script><![CDATA[${run}]]></script>`), runs],
  ['a script from an address', svg('<script href="/fetched.js"/>'), runs],
  ['a script from an address in XLink', svg('<script xlink:href="data:text/javascript,1"/>'), runs],
  ['a script after a comment that seems to open one', svg(`<!-- <g> -->${script}<!-- </g> -->`), runs],
  [
    'a script between CDATA that looks like a comment',
    svg(`<text>x<![CDATA[ <!-- ]]></text>${script}<text><![CDATA[ --> ]]></text>`),
    runs,
  ],
  [
    'a script between attributes that look like a comment',
    svg(`<desc class="<!--"/>${script}<desc class="-->"/>`.replaceAll('"<', '"&lt;')),
    runs,
  ],
  ['a script after an end in CDATA', svg(`<desc><![CDATA[</desc>]]></desc>${script}`), runs],
  ['a script after an instruction that looks like a comment', svg(`<?x <!-- ?>${script}<?x --> ?>`), runs],
  ['a script inside a switch', svg(`<switch><g requiredFeatures="x"/>${script}</switch>`), runs],
  ['a script in the definitions', svg(`<defs><g>${script}</g></defs>`), runs],
  ['a script in a title', svg(`<title>${script}</title>`), runs],
  ['a script with another type', svg(`<script type="module">${run}</script>`), runs],
  ['an event handler', svg('', `onload="${run}"`), runs],
  ['an event handler in capitals', svg('', `ONLOAD="${run}"`), runs],
  ['an event handler with references', svg('', `onload="&#110;ew Image().src='/ran'"`), runs],
  ['an event handler over lines', svg(`<rect\n\tonclick\n=\n"${run}"/>`), runs],
  ['a handler for the end of a motion', svg(`<a onend="${run}"/>`), runs],
  ['an element for handlers', svg(`<handler type="text/ecmascript">${run}</handler>`), runs],
  [
    'a listener of XML events',
    svg('<e:listener xmlns:e="http://www.w3.org/2001/xml-events" event="load"/>'),
    runs,
  ],
  ['a link to a script', svg(`<a href="javascript:${run}"><text y="20">点</text></a>`), runs],
  [
    'a link to a script with a break in it',
    svg(`<a href="java&#10;script:${run}"><text y="20">点</text></a>`),
    runs,
  ],
  [
    'a link to a script after blanks',
    svg(`<a xlink:href=" &#9;javascript:${run}"><text y="20">点</text></a>`),
    runs,
  ],
  [
    'a link to a script with another prefix',
    svg(`<a y:href="&#x6A;avascript:${run}" xmlns:y="http://www.w3.org/1999/xlink"/>`),
    runs,
  ],
  ['a use of a script', svg(`<use href="javascript:${run}"/>`), runs],
];
