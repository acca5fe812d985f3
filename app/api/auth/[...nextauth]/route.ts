import { checkCredentials, endSession } from "@/lib/features/accounts/actions/credentials";
import { authHandler } from "@/lib/server/auth";

const handler = authHandler(checkCredentials, endSession);

export { handler as GET, handler as POST };
