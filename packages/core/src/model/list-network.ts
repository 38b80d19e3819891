/** The network of a list of members: it says who is a member, not of what. */
export const LIST_NETWORK = 'members';
