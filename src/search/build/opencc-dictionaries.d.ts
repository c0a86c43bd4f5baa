// opencc-js 1.4 exports its tables without types: lines "from to" joined by "|".
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
