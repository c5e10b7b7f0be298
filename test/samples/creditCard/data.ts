/** A payment card; the number has a right check digit but belongs to no issuer. */
export interface CreditCard {
	bank: string;
	number: string;
	/** MM/YY, as embossed. */
	validThru: string;
	holderName: string;
}

export const creditCard: CreditCard = {
	bank: '견본카드',
	number: '9409 0000 0000 0008',
	validThru: '09/31',
	holderName: 'HONG GIL DONG',
};
