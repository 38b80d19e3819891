import { type CollectionName, collectionSchemas } from '@ess-widgets/core/model';

/** Whether a collection is one that readers know. */
export const isCollection = (name: string): name is CollectionName => Object.hasOwn(collectionSchemas, name);

/** The collections that readers know. */
export const COLLECTIONS: readonly CollectionName[] = Object.keys(collectionSchemas).filter(isCollection);
