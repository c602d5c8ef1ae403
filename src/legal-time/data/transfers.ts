/**
 * Transfers of working days that the Cabinet of Ministers recommended (КЗпП ст. 67 ч. 4–5) for a five-day
 * week. They bind nobody: an employer decides by its own order. So they are used only where a city says
 * it followed them; counts of legal terms leave them out by default.
 */
import type { Source } from '../source.ts'

/** `from` becomes a day off, `to` (a Saturday) a working day. ISO days. */
export type Transfer = { readonly from: string; readonly to: string; readonly source: Source }

function order(
  act: string,
  url: string,
  ...moves: readonly (readonly [from: string, to: string])[]
): readonly Transfer[] {
  return moves.map(([from, to]) => ({ from, to, source: { act, article: '', url, verified: 'P' } }))
}

export const TRANSFERS: readonly Transfer[] = [
  ...order(
    'розпорядження Кабінету Міністрів від 28.11.2011 № 1210-р',
    'http://consultant.parus.ua/?doc=0872D25409',
    ['2012-03-09', '2012-03-03'],
    ['2012-04-30', '2012-04-28'],
    ['2012-06-29', '2012-07-07'],
    ['2012-12-31', '2012-12-29'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 19.12.2012',
    'https://jurliga.ligazakon.net/ru/news/79817_kabmin-perenes-rabochie-dni-v-mae-2013-go',
    ['2013-05-03', '2013-05-18'],
    ['2013-05-10', '2013-06-01'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 21.11.2013 № 920-р',
    'https://qdpro.com.ua/ru/document/57117',
    ['2014-01-02', '2014-01-11'],
    ['2014-01-03', '2014-01-25'],
    ['2014-01-06', '2014-02-08'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 12.11.2014 № 1084-р',
    'http://www.profkom.info/component/content/article/264-perenesennya-robochyh-dniv-u-2015-roci.html',
    ['2015-01-02', '2015-01-17'],
    ['2015-01-08', '2015-01-31'],
    ['2015-01-09', '2015-02-14'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 11.11.2015 № 1155-р',
    'https://www.kadrovik.ua/content/pro-perenesennya-robochyh-dniv-u-2016-roci',
    ['2016-01-08', '2016-01-16'],
    ['2016-03-07', '2016-03-12'],
    ['2016-06-27', '2016-07-02'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 16.11.2016 № 850-р',
    'http://monitor.cn.ua/ua/politics/49773',
    ['2017-05-08', '2017-05-13'],
    ['2017-08-25', '2017-08-19'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 11.01.2018 № 1-р',
    'https://from-ua.com/news/437932-vihidni-2018-kabmin-zatverdiv-perenesennya-robochih-dniv.html',
    ['2018-03-09', '2018-03-03'],
    ['2018-04-30', '2018-05-05'],
    ['2018-06-29', '2018-06-23'],
    ['2018-12-24', '2018-12-22'],
    ['2018-12-31', '2018-12-29'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 10.01.2019 № 7-р',
    'https://loyer.com.ua/uk/perenesennya-robochih-dniv-u-2019-rotsi-ukrayintsi-vidpochivatimut-5-dniv-pospil',
    ['2019-04-30', '2019-05-11'],
    ['2019-12-30', '2019-12-21'],
    ['2019-12-31', '2019-12-28'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 23.10.2019 № 995-р',
    'https://interfax.com.ua/news/general/620515-amp.html',
    ['2020-01-06', '2020-01-11'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 30.09.2020',
    'https://interfax.com.ua/news/general/691802-amp.html',
    ['2021-01-08', '2021-01-16'],
    ['2021-08-23', '2021-08-28'],
    ['2021-10-15', '2021-10-23'],
  ),
  ...order(
    'розпорядження Кабінету Міністрів від 26.08.2021 № 1004-р',
    'https://zakon.rada.gov.ua/laws/show/1004-2021-р',
    ['2022-03-07', '2022-03-12'],
    // In martial law, so of no effect; kept because the order names it.
    ['2022-06-27', '2022-07-02'],
  ),
]
