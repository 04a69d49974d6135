// Stands in for a thread that helps a session: fails before it takes part.
throw new Error('no such module');
