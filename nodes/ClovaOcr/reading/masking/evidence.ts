/**
 * What speaks for and against a row of digits being a person's number or a card's. The sum of what
 * applies decides: from `ENOUGH` on the number is hidden. Set so that the usual print (6-7 with a dash,
 * 4-4-4-4) is enough alone, also with one misread character; digits in one piece need what a number of
 * the kind must have besides (a date and a century; Luhn's sum and a card's prefix); anything less
 * needs a label; and the label of another kind outweighs all that a number can say of itself.
 */
export const ENOUGH = 3.5;

export const PERSON_WEIGHTS = {
	/** The first six can be YYMMDD, whatever a misread character was. */
	date: 2,
	noDate: -4,
	/** The seventh is one of today's digits for century and sex (1 to 8), not 9 or 0. */
	century: 1,
	/** The check digit fits. That it does not says nothing: numbers since 2020-10-05 have none. */
	sum: 1,
	layout: {
		/** 6-7 with a dash between. */
		dash: 3,
		/** 6-7 with another separator. */
		separator: 2,
		/** Front and back as two words. */
		blank: 1,
		/** Thirteen digits in one piece. */
		whole: 1,
		/** Words torn anywhere, a separator after the sixth digit. */
		tornAtDash: 2,
		/** Words torn anywhere. */
		torn: 1,
		/** One digit (or the same few) in each of many boxes. */
		boxes: 2,
		/** Over a line end with a separator, and without one. */
		lineAtDash: 2,
		line: 0.5,
		/** Front and back in neighbouring columns or cells. */
		columns: -2,
		/** Separators elsewhere than after the sixth digit. */
		other: -3,
	},
	/** More figures stand right beside the number. */
	crowded: -2,
	/** The number goes on with the same separator, as a longer one does. */
	goesOn: -3,
	misread: -1,
	look: -0.1,
	label: { person: 4, card: 0, other: -6 } satisfies Record<LabelKind, number>,
};

export const CARD_WEIGHTS = {
	luhn: 3,
	/** Soft with a label: some domestic ranges do not keep it. */
	noLuhn: -3,
	/** Prefix and length are those of a brand. */
	brand: 1,
	noBrand: -3,
	layout: {
		/** 4-4-4-4, or the brand's own print: 4-6-5, 4-6-4, 4-4-4-4-3. */
		usual: 3.5,
		whole: 1,
		boxes: 1,
		/** Any other groups, such as 6-4-6 or 8-8. */
		groups: 0,
		/** Groups as amounts, dates and phones have them, or separators of several kinds. */
		other: -3,
	},
	/** More digits before or behind, parted as those within. */
	goesOn: -3,
	/** Four years in a row. */
	years: -4,
	misread: -1,
	look: -0.1,
	label: { person: -1, card: 6, other: -6 } satisfies Record<LabelKind, number>,
};

/** What a word beside a number says that it is. */
export type LabelKind = 'card' | 'other' | 'person';

/** A label in a text, and the code unit behind it. */
interface Label {
	kind: LabelKind;
	end: number;
}

const ANY_NUMBER = String.raw`(?:번\s*호|番\s*号|號\s*碼|编?号码|no\b|№|number|num\b|nbr\b|#|id\b|code\b)`;

// Kinds of registrations that are not a person's; asked before the bare word.
const REGISTRATIONS = String.raw`(?:사\s*업\s*자|법\s*인|업체|차량|자동차|상표|특허|제품|기기|부동산|(?:business|company|corporate|corporation|vehicle|tax|vat|trade\s?mark|patent|product|device|warranty)\W{0,2})\s*(?:등\s*록|reg(?:istration|\.)?)\s*(?:번\s*호)?|登録番号`;

const PERSON = [
	String.raw`(?:주\s*민\s*(?:등\s*록)?|외\s*국\s*인\s*등\s*록|거\s*소\s*신\s*고)(?:\s*번\s*호)?`,
	String.raw`등\s*록\s*번\s*호|성명.{0,2}생년월일|개인식별`,
	String.raw`\brrn(?=\b|no)|\barc(?=\b|no)|resident(?:\W{0,2}reg(?:istration|\.)?)?|alien\W{0,2}reg(?:istration|\.)?|\bid\s+card\s+(?:no|number)|\breg(?:istration|\.)\W{0,2}(?:no\b|number|#)`,
	String.raw`住\s*民\s*(?:登\s*録)?(?:\s*番\s*号)?|外国人登録(?:番号)?|身分證|居留證`,
].join('|');

const CARD = [
	String.raw`카\s*드|신용결제|승\s*인(?:\s*번\s*호)?`,
	String.raw`\b(?:credit|debit|payment)?\s*card|\bpan\b|\bvisa\b|master\s?card|\bamex\b|american express|\bjcb\b|union\s?pay`,
	String.raw`カード|クレジット|信用卡|卡號|卡号`,
].join('|');

// Words that name a number of another kind by themselves.
const OTHER = [
	String.raw`송\s*장|법\s*인|계\s*좌|통\s*장|시리얼|일\s*련|품\s*번|바\s*코\s*드|상품\s*코드|학\s*번|사\s*번|군\s*번`,
	String.raw`\bimei\b|\bmeid\b|\biccid\b|\bs\s?\/\s?n\b|serial|barcode|\bbar\s?code|\bean\b|\bupc\b|\bisbn\b|\bsku\b|\bref(?:erence)?\b`,
	String.raw`tracking|\bawb\b|waybill|account|\bacct\b|\ba\s?\/\s?c\b|iban`,
	String.raw`伝票|口座|バーコード|帳號|帐号|運單|序號`,
].join('|');

// Things that have numbers: labels only before a colon, since texts are full of them. Before a word for
// "number" any word is one.
const THINGS = [
	String.raw`주\s*문|택\s*배|전\s*화|휴\s*대\s*폰?|핸드폰|연\s*락\s*처|팩\s*스|사\s*업\s*자|고\s*객|회\s*원|영\s*수\s*증|접\s*수|예\s*약|관\s*리|문\s*서|거\s*래|쿠\s*폰|청\s*구|납\s*부|계\s*약|증\s*권|사\s*건|허\s*가|차\s*대`,
	String.raw`\border|shipment|invoice|receipt|customer|client|member|booking|reservation|transaction|\btxn?\b|contract|policy|coupon|voucher|model|\btel\b|\bfax\b|phone|mobile`,
	String.raw`注文|お客様|顧客|会員|製造|追跡|受付|予約|管理|問い?合わ?せ|電話|携帯|訂單|訂单|發票`,
].join('|');

const LABEL = new RegExp(
	`(?<other>${REGISTRATIONS})|(?<person>${PERSON})|(?<card>${CARD})|(?<more>${OTHER})|(?<thing>(?:${THINGS})(?=\\s?[:#]))|(?<generic>${ANY_NUMBER})`,
	'giu',
);

/** How far a bare "number" may stand behind the word that it belongs to, in code units. */
const NEAR = 10;

/**
 * The last label in a text. A bare "number" takes the meaning of the word before it; one without such a
 * word says nothing, one behind an unknown word ("frame number") is a label of another kind.
 * @param text NFKC; blanks within words of Han and Hangul are passed over
 */
export function labelIn(text: string): Label | null {
	let last: Label | null = null;
	for (const match of text.matchAll(LABEL)) {
		const end = match.index + match[0].length;
		const { person, card, generic } = match.groups ?? {};
		if (person !== undefined) last = { kind: 'person', end };
		else if (card !== undefined) last = { kind: 'card', end };
		else if (generic === undefined) last = { kind: 'other', end };
		else if (last !== null && match.index - last.end <= NEAR) last = { kind: last.kind, end };
		else if (standsBehindWord(text, match.index, end)) last = { kind: 'other', end };
	}
	return last;
}

/** Whether a bare "number" ends a longer word or follows one: "차대번호", "frame no". */
function standsBehindWord(text: string, from: number, end: number): boolean {
	return (
		/[\p{L}]\s?$/u.test(text.slice(Math.max(0, from - 3), from)) && !/^\p{L}/u.test(text.slice(end))
	);
}

/** A label belongs to the first number behind it, of at least so many digits, and to no later one. */
const LEAST_OWN = { card: 10, person: 10, other: 5 } satisfies Record<LabelKind, number>;

const LETTER = /[\p{L}#№☎]/u;

/** What the text before a number says of it. */
export function labelBefore(text: string): LabelKind | null {
	if (!LETTER.test(text)) return null;
	const plain = text.normalize('NFKC');
	const label = labelIn(plain);
	if (label === null) return null;
	const between = plain.slice(label.end).replace(/\D/g, '');
	return between.length >= LEAST_OWN[label.kind] ? null : label.kind;
}
