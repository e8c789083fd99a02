// The precompiled header of the tests needs a library to belong to.
