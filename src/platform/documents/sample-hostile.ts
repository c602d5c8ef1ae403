/** Texts that would do harm wherever a renderer took them for more than text. */
export const HOSTILE = [
  '#read("/etc/passwd")',
  '#sys.inputs #import "@preview/x:1.0.0": *',
  '#panic("x") #eval("1")',
  '\\ $ x^2 $ *жирний* _курсив_ `код` @мітка <мітка> ~ -- --- = Заголовок',
  '= Заголовок',
  '- пункт',
  '+ пункт',
  '/ термін: опис',
  '// коментар /* ще */ ```raw``` [дужки] {дужки} (дужки)',
  '"); #read("/etc/passwd"); ("',
  'https://приклад.ua/?a=1&b=2',
  '</w:t></w:r><w:r><w:t>',
  ']]><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<script>alert(1)</script> " onload="x" \' <img src=x onerror=alert(1)>',
  `{{шаблон}} ${'$'}{expression} %s %n`,
] as const

/** Dropped or replaced, so that what is left is only «а» and «я». */
export const UNPRINTABLE =
  'а\0\x01\x08\x0b\x0c\x1f\x7f\x9f\udfff\ud800\ufffe\uffff\ufeff\u202e\u2066\u{e0041}я'
