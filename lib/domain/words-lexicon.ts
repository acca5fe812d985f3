import type { Unit } from "./quantity";
import type { Plural } from "./words-rules";

/** Turkish and Kazakh cases that change what the next word means: "200'e kadar" is up to 200, "200 kadar" about 200. */
export type Case = "dative" | "ablative" | "like" | "other" | null;
export type Modifier = "at_least" | "at_most" | "about";

/** What a word or phrase does in a sentence about how many. */
export type Word =
  | { t: "number"; value: number; byDigits: boolean; decimal: boolean; oneSeparator: boolean; case: Case }
  | { t: "times"; value: number; case: Case; needsNumber: boolean }
  | { t: "plural"; plural: Plural; value: number | null }
  | { t: "modifier"; is: Modifier; side: "before" | "after"; loose: boolean; needs: Case; otherwise: Modifier | null }
  | { t: "unit"; unit: Unit | null }
  | { t: "range_from"; alone: Modifier | null }
  | { t: "between" | "and" | "to" | "dash" | "between_end" }
  | { t: "some" }
  | { t: "percent" | "half" | "fraction" | "many" | "part" | "all" | "negation" | "skip" | "break" | "plain" };

type Entries = Record<string, Word>;

const all = (phrases: string, word: Word): Entries => Object.fromEntries(phrases.split("|").map((phrase) => [phrase, word]));
const num = (value: number): Word => ({ t: "number", value, byDigits: false, decimal: false, oneSeparator: false, case: null });
const times = (value: number, kase: Case = null): Word => ({ t: "times", value, case: kase, needsNumber: false });
const timesAfterNumber = (value: number): Word => ({ t: "times", value, case: null, needsNumber: true });
const plural = (name: Plural): Word => ({ t: "plural", plural: name, value: null });
/** Russian "тысячи" is "thousands" alone and "a thousand" after a number or "более": the word before decides. */
const pluralOrTimes = (name: Plural, value: number): Word => ({ t: "plural", plural: name, value });
const before = (is: Modifier): Word => ({ t: "modifier", is, side: "before", loose: false, needs: null, otherwise: null });
const after = (is: Modifier, needs: Case = null, otherwise: Modifier | null = null): Word => ({
  t: "modifier",
  is,
  side: "after",
  loose: false,
  needs,
  otherwise,
});
const looseAfter = (is: Modifier): Word => ({ t: "modifier", is, side: "after", loose: true, needs: null, otherwise: null });
const numbers = (words: string, values: readonly number[]): Entries =>
  Object.fromEntries(words.split(" ").map((word, index) => [word, num(values[index] ?? 0)]));
const of = (unit: Unit | null): Word => ({ t: "unit", unit });

const UP_TO_TEN = [2, 3, 4, 5, 6, 7, 8, 9];
const TENS = [20, 30, 40, 50, 60, 70, 80, 90];

const ENGLISH: Entries = {
  ...numbers("two three four five six seven eight nine", UP_TO_TEN),
  ...numbers("ten eleven twelve fifteen", [10, 11, 12, 15]),
  ...numbers("twenty thirty forty fifty sixty seventy eighty ninety", TENS),
  ...all("one hundred", times(100)),
  ...all("one thousand", times(1000)),
  ...all("one million", times(1_000_000)),
  ...all("hundred", times(100)),
  ...all("thousand", times(1000)),
  ...all("million", times(1_000_000)),
  ...all("dozen", times(12)),
  ...all("dozens|several dozen|a few dozen|few dozen|scores", plural("dozens")),
  ...all("hundreds|several hundred|a few hundred|few hundred|many hundreds", plural("hundreds")),
  ...all("thousands|several thousand|a few thousand|few thousand|many thousands", plural("thousands")),
  ...all("tens of thousands", plural("tens_of_thousands")),
  ...all("hundreds of thousands", plural("hundreds_of_thousands")),
  ...all("millions|several million", plural("millions")),
  ...all("tens", plural("tens")),
  ...all("more than|over|at least|upwards of|not less than|no less than|no fewer than|not fewer than|a minimum of", before("at_least")),
  ...all("up to|less than|fewer than|under|at most|no more than|not more than|a maximum of|as many as", before("at_most")),
  ...all("about|around|approximately|approx|appx|roughly|circa|ca|nearly|almost|close to", before("about")),
  ...all("or more|and more|or above", looseAfter("at_least")),
  ...all("or less|or fewer", looseAfter("at_most")),
  ...all("or so|approximately so", looseAfter("about")),
  ...all("between", { t: "between" }),
  ...all("and", { t: "and" }),
  ...all("to", { t: "to" }),
  ...all("from", { t: "range_from", alone: null }),
  ...all("percent|per cent|pct", { t: "percent" }),
  ...all("half", { t: "half" }),
  ...all("third|thirds|quarter|quarters|fifth|fifths|half a dozen|half a million|and a half|tenth|double|triple", { t: "fraction" }),
  ...all("some", { t: "some" }),
  ...all("many|numerous|several|lots|a lot|few", { t: "many" }),
  ...all("most|majority|minority|part|parts|some of|few of|rest|remaining|another|additional|others|hundredth", { t: "part" }),
  ...all("all|crowd|crowds|masses|mass|massive|entire|whole|everybody|everyone", { t: "all" }),
  ...all("took part|take part|taking part", { t: "plain" }),
  ...all("not|no|nobody|none|never|without|neither|nor|isn't|wasn't|weren't|didn't", { t: "negation" }),
  ...all("a|an|the", { t: "skip" }),
  ...all("days|day|working days|person days|worker days|man days|workdays", of("days")),
  ...all("cities|towns|villages|places|localities", of("places")),
  ...all("dollars|euros|rubles|roubles|lira|usd|eur", of("currency")),
  ...all("hours|hour|minutes|years|year|months|weeks|week|month|km|kilometres|kilometers|metres|tonnes|tons|barrels|degrees|january|am|pm", of(null)),
};

const RUSSIAN: Entries = {
  ...numbers("два три четыре пять шесть семь восемь девять", UP_TO_TEN),
  ...numbers("две двух трех четырех пяти шести семи восьми девяти", [2, 2, 3, 4, 5, 6, 7, 8, 9]),
  ...numbers("десять десяти двенадцать пятнадцать", [10, 10, 12, 15]),
  ...numbers("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто", TENS),
  ...numbers("двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти", TENS),
  ...numbers("сто ста двести двухсот триста трехсот четыреста четырехсот", [100, 100, 200, 200, 300, 300, 400, 400]),
  ...numbers("пятьсот пятисот шестьсот семьсот восемьсот девятьсот", [500, 500, 600, 700, 800, 900]),
  ...numbers("полтора полторы полутора", [1.5, 1.5, 1.5]),
  ...all("тысяча|тысячу", times(1000)),
  ...all("сотня|сотню", times(100)),
  ...all("десяток|десятка", times(10)),
  ...all("дюжина|дюжину", times(12)),
  ...all("миллион", times(1_000_000)),
  ...all("тысяч|тыс", timesAfterNumber(1000)),
  ...all("сотен", timesAfterNumber(100)),
  ...all("десятков", timesAfterNumber(10)),
  ...all("миллиона|миллионов|млн", timesAfterNumber(1_000_000)),
  ...all("тысячи", pluralOrTimes("thousands", 1000)),
  ...all("сотни", pluralOrTimes("hundreds", 100)),
  ...all("десятки|несколько десятков", plural("tens")),
  ...all("дюжины|несколько дюжин", plural("dozens")),
  ...all("несколько сотен", plural("hundreds")),
  ...all("несколько тысяч|многие тысячи", plural("thousands")),
  ...all("десятки тысяч", plural("tens_of_thousands")),
  ...all("сотни тысяч", plural("hundreds_of_thousands")),
  ...all("миллионы", plural("millions")),
  ...all("более чем|больше чем|более|больше|свыше|не менее|не меньше|как минимум|минимум|по меньшей мере", before("at_least")),
  ...all("до|менее чем|менее|меньше|не более|не больше|максимум|не свыше", before("at_most")),
  ...all("около|примерно|приблизительно|порядка|почти|ориентировочно", before("about")),
  ...all("и более|и больше|или более|или больше", looseAfter("at_least")),
  ...all("между", { t: "between" }),
  ...all("и", { t: "and" }),
  ...all("от", { t: "range_from", alone: "at_least" }),
  ...all("процентов|процента|процент|проц", { t: "percent" }),
  ...all("половина|половину|половины|половиной", { t: "half" }),
  ...all("треть|трети|четверть|четверти|пятая|полмиллиона|полтысячи|с половиной|вдвое|втрое|полсотни", { t: "fraction" }),
  ...all("много|многие|многих|множество|несколько|немало", { t: "many" }),
  ...all("большинство|меньшинство|часть|остальные|еще|кроме", { t: "part" }),
  ...all("все|всех|весь|вся|всего|толпа|толпы|масса|массовые|массовый|массовая", { t: "all" }),
  ...all("не|нет|ни|никто|без", { t: "negation" }),
  ...all("рабочих дней|рабочих дня|дней|дня|день|сутки|суток|человеко", of("days")),
  ...all("городов|города|поселков|сел|населенных пунктов", of("places")),
  ...all("тенге", of("tenge")),
  ...all("долларов|доллара|евро|рублей|рубля", of("currency")),
  ...all("часов|часа|час|минут|лет|года|год|месяцев|месяца|недель|недели|км|километров|тонн|января|градусов", of(null)),
};

const KAZAKH: Entries = {
  ...numbers("екі үш төрт бес алты жеті сегіз тоғыз", UP_TO_TEN),
  ...numbers("жиырма отыз қырық елу алпыс жетпіс сексен тоқсан", TENS),
  ...all("он мың", num(10_000)),
  ...all("жүз|бір жүз", times(100)),
  ...all("жүзге", times(100, "dative")),
  ...all("жүзден", times(100, "ablative")),
  ...all("жүздей", times(100, "like")),
  ...all("мың|бір мың", times(1000)),
  ...all("мыңға", times(1000, "dative")),
  ...all("мыңнан", times(1000, "ablative")),
  ...all("мыңдай", times(1000, "like")),
  ...all("миллионға", times(1_000_000, "dative")),
  ...all("миллионнан", times(1_000_000, "ablative")),
  ...all("ондаған|бірнеше ондаған", plural("tens")),
  ...all("жүздеген|бірнеше жүз|бірнеше жүздеген", plural("hundreds")),
  ...all("мыңдаған|бірнеше мың|бірнеше мыңдаған", plural("thousands")),
  ...all("ондаған мың", plural("tens_of_thousands")),
  ...all("жүздеген мың|жүз мыңдаған", plural("hundreds_of_thousands")),
  ...all("миллиондаған", plural("millions")),
  ...all("кемінде|ең азы|ең аз дегенде", before("at_least")),
  ...all("ең көбі|ең көп дегенде", before("at_most")),
  ...all("шамамен|жобамен", before("about")),
  ...all("астам|артық", after("at_least", "ablative")),
  ...all("көп", after("at_least", "ablative")),
  ...all("кем|аз", after("at_most", "ablative")),
  ...all("дейін", after("at_most", "dative")),
  ...all("жуық|таяу", after("about", "dative")),
  ...all("шақты|шамасында", after("about")),
  ...all("мен|бен|пен", { t: "and" }),
  ...all("арасында|аралығында", { t: "between_end" }),
  ...all("пайыз|пайызы|пайызға|пайыздан|пайызын", { t: "percent" }),
  ...all("жартысы|жартысын|жарты", { t: "half" }),
  ...all("жарым|ширек|төрттен|үштен|екі есе", { t: "fraction" }),
  ...all("көптеген|бірнеше|қыруар", { t: "many" }),
  ...all("көпшілігі|басым бөлігі|бөлігі|қалған|тағы", { t: "part" }),
  ...all("барлық|бүкіл|барша|барлығы|жаппай", { t: "all" }),
  ...all("емес|жоқ|ешкім", { t: "negation" }),
  ...all("күн|жұмыс күні|адам күн", of("days")),
  ...all("қала|қалада|ауыл|елді мекен", of("places")),
  ...all("теңге", of("tenge")),
  ...all("сағат|минут|жыл|ай|апта|шақырым|тонна|қаңтар", of(null)),
};

// Letters are folded as the lexer folds them: dotless i is written i.
const TURKISH: Entries = {
  ...numbers("iki üç dört beş alti yedi sekiz dokuz", UP_TO_TEN),
  ...numbers("yirmi otuz kirk elli altmiş yetmiş seksen doksan", TENS),
  ...all("on bin", num(10_000)),
  ...all("yüz", times(100)),
  ...all("yüze", times(100, "dative")),
  ...all("yüzden", times(100, "ablative")),
  ...all("bin", times(1000)),
  ...all("bine", times(1000, "dative")),
  ...all("binden", times(1000, "ablative")),
  ...all("bini|binin", times(1000, "other")),
  ...all("milyon|bir milyon", times(1_000_000)),
  ...all("milyona", times(1_000_000, "dative")),
  ...all("milyondan", times(1_000_000, "ablative")),
  ...all("düzine|bir düzine", times(12)),
  ...all("bu yüzden|o yüzden", { t: "plain" }),
  ...all("onlarca", plural("tens")),
  ...all("düzinelerce|birkaç düzine", plural("dozens")),
  ...all("yüzlerce|birkaç yüz", plural("hundreds")),
  ...all("binlerce|birkaç bin", plural("thousands")),
  ...all("on binlerce|onbinlerce", plural("tens_of_thousands")),
  ...all("yüz binlerce|yüzbinlerce", plural("hundreds_of_thousands")),
  ...all("milyonlarca", plural("millions")),
  ...all("en az|en azindan|asgari", before("at_least")),
  ...all("en fazla|en çok|azami", before("at_most")),
  ...all("yaklaşik|takriben|aşaği yukari|tahminen|neredeyse", before("about")),
  ...all("fazla|çok|daha fazla", after("at_least", "ablative")),
  ...all("az|daha az", after("at_most", "ablative")),
  ...all("aşkin|üzerinde|üstünde", after("at_least")),
  ...all("altinda", after("at_most")),
  ...all("kadar", after("at_most", "dative", "about")),
  ...all("yakin", after("about", "dative")),
  ...all("civarinda|dolayinda|civari", after("about")),
  ...all("veya daha fazla|ya da daha fazla|ve üzeri", looseAfter("at_least")),
  ...all("ila", { t: "to" }),
  ...all("ile", { t: "and" }),
  ...all("arasinda|arasi", { t: "between_end" }),
  ...all("yüzde", { t: "percent" }),
  ...all("yarisi|yarisini|yari", { t: "half" }),
  ...all("yarim|buçuk|çeyrek|üçte|dörtte|beşte|iki kati|yariyil", { t: "fraction" }),
  ...all("çok sayida|birçok|pek çok|birkaç", { t: "many" }),
  ...all("çoğu|çoğunluğu|çoğunluk|bir kismi|kismi|bazi|geri kalan|daha", { t: "part" }),
  ...all("tüm|bütün|hepsi|kalabalik|kitlesel", { t: "all" }),
  ...all("değil|yok|hiç|kimse|olmadan", { t: "negation" }),
  ...all("gün|iş günü", of("days")),
  ...all("şehir|şehirde|kent|kentte|köy", of("places")),
  ...all("dolar|avro|ruble", of("currency")),
  ...all("saat|dakika|yil|hafta|ay|kilometre|ton|ocak", of(null)),
};

const SYMBOLS: Entries = {
  ...all("%", { t: "percent" }),
  ...all(">|≥", before("at_least")),
  ...all("<|≤", before("at_most")),
  ...all("~|≈|±", before("about")),
  ...all("+", after("at_least")),
  ...all("$|€|₽|₺|£", of("currency")),
  ...all("₸", of("tenge")),
  ...all("-", { t: "dash" }),
};

export const LANGUAGES: readonly Entries[] = [ENGLISH, RUSSIAN, KAZAKH, TURKISH, SYMBOLS];

/** Every phrase known, in English, Russian, Kazakh and Turkish; no spelling means two things in two of them. */
export const LEXICON: ReadonlyMap<string, Word> = new Map(
  LANGUAGES.flatMap((entries) => Object.entries(entries)),
);

/** Longest phrase of the lexicon, in words. */
export const LONGEST_PHRASE = Math.max(...[...LEXICON.keys()].map((phrase) => phrase.split(" ").length));

/** Endings written after a number: Turkish with an apostrophe, Kazakh with a hyphen. Any other ending is refused. */
export const NUMBER_ENDINGS: ReadonlyMap<string, Case> = new Map([
  ...pairs("e a ye ya ne na ге ға ке қа", "dative"),
  ...pairs("den dan ten tan ден дан тен тан нен нан", "ablative"),
  ...pairs("дей дай тей тай", "like"),
  ...pairs("i u ü yi yu yü si su sü in un ün nin nun nün ini unu sini sinin нің ның дің дың тің тың і ы сі сы strong person people", "other"),
]);

function pairs(endings: string, kase: Case): [string, Case][] {
  return endings.split(" ").map((ending) => [ending, kase]);
}
