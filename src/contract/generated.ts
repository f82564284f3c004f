// Made from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the signed-in user */
        get: operations["graph.me.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update the signed-in user
         * @description Without a directory role, users change what is theirs to tell: aboutMe, birthday, hireDate, interests, mobilePhone, mySite,
         *     pastProjects, preferredName, responsibilities, schools, skills.
         */
        patch: operations["graph.me.update"];
        trace?: never;
    };
    "/me/changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description Revokes what the documented table says of a password change: what the user signed in with by password.
         */
        post: operations["graph.me.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/revokeSignInSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke one's own sign-in sessions
         * @description Moves the caller's `signInSessionsValidFromDateTime` to now. From then on, and once the configured delay has passed, a token whose
         *     client declared the capability `cp1` is refused with a claims challenge, the one that made this call included.
         */
        post: operations["graph.me.revokeSignInSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/invalidateAllRefreshTokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke one's own sign-in sessions, under the older name */
        post: operations["graph.me.invalidateAllRefreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["graph.users.list"];
        put?: never;
        /**
         * Create a user
         * @description A delegated caller also needs a directory role that creates users. With `identities` it is a customer of an Azure AD B2C tenant,
         *     for whom the user principal name is made up.
         */
        post: operations["graph.users.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/delta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the users that were added, changed or deleted since the last time
         * @description Without a token, everybody, page by page. The last page has an `@odata.deltaLink`: whoever follows it later is given what was
         *     changed in the meantime, and another one. Links are good for seven days.
         */
        get: operations["graph.users.delta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/$count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count users
         * @description Needs `ConsistencyLevel: eventual`.
         */
        get: operations["graph.users.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** Get a user by id or user principal name */
        get: operations["graph.users.get"];
        put?: never;
        post?: never;
        /** Delete a user, who can be restored for thirty days */
        delete: operations["graph.users.remove"];
        options?: never;
        head?: never;
        /**
         * Update a user
         * @description Some permissions write some properties only; `passwordProfile`, `identities` and `employeeLeaveDateTime` are written by their own
         *     alone. A delegated caller also needs a directory role for each property, one that reaches the user where the property is sensitive.
         *     A new password revokes what the documented table says of a reset in the admin center; disabling revokes nothing and refuses
         *     everything.
         */
        patch: operations["graph.users.update"];
        trace?: never;
    };
    "/users/{userId}/changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password, named by id or user principal name */
        post: operations["graph.users.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/memberOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the groups and directory roles that a user is a member of
         * @description Of what the token may not read, only the type and the id are told; the rest is null.
         */
        get: operations["graph.users.listMemberOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/transitiveMemberOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the groups and directory roles that a user is a member of, through other groups as well
         * @description Of what the token may not read, only the type and the id are told; the rest is null.
         */
        get: operations["graph.users.listTransitiveMemberOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/memberOf/microsoft.graph.group": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the groups that a user is a member of
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.users.listMemberOfAsGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/memberOf/microsoft.graph.directoryRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the directory roles that a user is a member of
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.users.listMemberOfAsDirectoryRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/transitiveMemberOf/microsoft.graph.group": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the groups that a user is a member of, through other groups as well
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.users.listTransitiveMemberOfAsGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/transitiveMemberOf/microsoft.graph.directoryRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List the directory roles that a user is a member of, through other groups as well
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.users.listTransitiveMemberOfAsDirectoryRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/memberOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups and directory roles that one is a member of
         * @description Of what the token may not read, only the type and the id are told; the rest is null.
         */
        get: operations["graph.me.listMemberOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/transitiveMemberOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups and directory roles that one is a member of, through other groups as well
         * @description Of what the token may not read, only the type and the id are told; the rest is null.
         */
        get: operations["graph.me.listTransitiveMemberOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/memberOf/microsoft.graph.group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups that one is a member of
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.me.listMemberOfAsGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/memberOf/microsoft.graph.directoryRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the directory roles that one is a member of
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.me.listMemberOfAsDirectoryRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/transitiveMemberOf/microsoft.graph.group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups that one is a member of, through other groups as well
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.me.listTransitiveMemberOfAsGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/transitiveMemberOf/microsoft.graph.directoryRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the directory roles that one is a member of, through other groups as well
         * @description Of what the token may not read, only the id is told; the rest is null.
         */
        get: operations["graph.me.listTransitiveMemberOfAsDirectoryRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/revokeSignInSessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a user's sign-in sessions
         * @description Moves the user's `signInSessionsValidFromDateTime` to now. A delegated caller also needs a directory role that reaches the user.
         *     For a guest the answer is the same, but nothing changes: guests sign in at their home tenant.
         */
        post: operations["graph.users.revokeSignInSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/invalidateAllRefreshTokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a user's sign-in sessions, under the older name */
        post: operations["graph.users.invalidateAllRefreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/deletedItems/microsoft.graph.user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the deleted users that can be restored */
        get: operations["graph.deletedItems.listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/deletedItems/{deletedItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user that was deleted. */
                deletedItemId: components["parameters"]["deletedItemId"];
            };
            cookie?: never;
        };
        /** Get a deleted user */
        get: operations["graph.deletedItems.get"];
        put?: never;
        post?: never;
        /** Delete a deleted user for good */
        delete: operations["graph.deletedItems.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/deletedItems/{deletedItemId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a user that was deleted. */
                deletedItemId: components["parameters"]["deletedItemId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted user */
        post: operations["graph.deletedItems.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditLogs/directoryAudits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed in the directory
         * @description A delegated caller also needs a directory role that reads reports. Newest first; the latest ten thousand are kept.
         */
        get: operations["graph.auditLogs.listDirectoryAudits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditLogs/directoryAudits/{directoryAuditId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's id. */
                directoryAuditId: components["parameters"]["directoryAuditId"];
            };
            cookie?: never;
        };
        /** Get one change */
        get: operations["graph.auditLogs.getDirectoryAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditLogs/signIns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sign-ins
         * @description A delegated caller also needs a directory role that reads reports. Newest first; the latest ten thousand are kept.
         *     Only interactive ones; in beta the others as well where `$filter` asks for them by `signInEventTypes`.
         */
        get: operations["graph.auditLogs.listSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditLogs/signIns/{signInId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sign-in's id. */
                signInId: components["parameters"]["signInId"];
            };
            cookie?: never;
        };
        /** Get one sign-in */
        get: operations["graph.auditLogs.getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directoryRoles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the activated directory roles */
        get: operations["graph.directoryRoles.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directoryRoles/{directoryRoleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id in the tenant, or in parentheses `roleTemplateId='…'`. */
                directoryRoleId: components["parameters"]["directoryRoleId"];
            };
            cookie?: never;
        };
        /**
         * Get an activated directory role
         * @description Also by `directoryRoles(roleTemplateId='…')`.
         */
        get: operations["graph.directoryRoles.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roleManagement/directory/roleAssignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who has which directory role */
        get: operations["graph.roleManagement.listRoleAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roleManagement/directory/roleAssignments/{roleAssignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The assignment's id. */
                roleAssignmentId: components["parameters"]["roleAssignmentId"];
            };
            cookie?: never;
        };
        /** Get one assignment */
        get: operations["graph.roleManagement.getRoleAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roleManagement/directory/roleDefinitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the directory roles there are */
        get: operations["graph.roleManagement.listRoleDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roleManagement/directory/roleDefinitions/{roleDefinitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id, which is that of its template. */
                roleDefinitionId: components["parameters"]["roleDefinitionId"];
            };
            cookie?: never;
        };
        /** Get one directory role */
        get: operations["graph.roleManagement.getRoleDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List applications */
        get: operations["graph.applications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the application object, or in parentheses `appId='…'`. */
                applicationId: components["parameters"]["applicationId"];
            };
            cookie?: never;
        };
        /**
         * Get an application
         * @description Also by `applications(appId='…')`.
         */
        get: operations["graph.applications.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/servicePrincipals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service principals */
        get: operations["graph.servicePrincipals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/servicePrincipals/{servicePrincipalId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the service principal, or in parentheses `appId='…'`. */
                servicePrincipalId: components["parameters"]["servicePrincipalId"];
            };
            cookie?: never;
        };
        /**
         * Get a service principal
         * @description Also by `servicePrincipals(appId='…')`.
         */
        get: operations["graph.servicePrincipals.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2PermissionGrants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List delegated permission grants */
        get: operations["graph.oauth2PermissionGrants.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2PermissionGrants/{oAuth2PermissionGrantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The grant's id. */
                oAuth2PermissionGrantId: components["parameters"]["oAuth2PermissionGrantId"];
            };
            cookie?: never;
        };
        /** Get a delegated permission grant */
        get: operations["graph.oauth2PermissionGrants.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tenant */
        get: operations["graph.organization.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id. */
                organizationId: components["parameters"]["organizationId"];
            };
            cookie?: never;
        };
        /** Get the tenant */
        get: operations["graph.organization.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/$batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run up to 20 requests in one
         * @description The parts run one after the other, in their order, each as if it had come alone: it is permitted, fails as planned, and is recorded by
         *     itself. All of them run with the token of the batch, which is judged anew before each. A part whose dependency has failed does not
         *     run; its status is 424. The batch itself asks for a token, but for no permission.
         */
        post: operations["graph.batch.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the claims of the signed-in user */
        get: operations["graph.oidc.getUserInfo"];
        put?: never;
        /** Get the claims of the signed-in user, by POST */
        post: operations["graph.oidc.postUserInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/v2.0/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        /**
         * Get the OpenID configuration of a tenant, or of common, organizations or consumers
         * @description All addresses follow the origin by which the request came in, or `--public-url`.
         */
        get: operations["signIn.discovery.getConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/discovery/v2.0/keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        /** Get the keys that tokens are signed with */
        get: operations["signIn.discovery.getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/common/discovery/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say which hosts are the same identity provider
         * @description Clients ask before they trust an authority. The double's own host is one of them, under its own name.
         */
        get: operations["signIn.discovery.getInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/common/userrealm/{userName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user principal name. */
                userName: string;
            };
            cookie?: never;
        };
        /**
         * Say how an account signs in
         * @description Asked by some clients before they sign a user in with name and password.
         */
        get: operations["signIn.userRealm.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/oauth2/v2.0/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        /**
         * Sign in to a client
         * @description Answers with the page that the person sees next, or sends the browser back to the client. What must not be sent to the redirect URI
         *     is an error page.
         */
        get: operations["signIn.authorize.get"];
        put?: never;
        /** Sign in to a client, with the parameters in a form */
        post: operations["signIn.authorize.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/oauth2/v2.0/login": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with what a person did on a sign-in page
         * @description Takes the forms of the pages that `/authorize` and `/deviceauth` answer with. `ctx` is what the page carried along.
         */
        post: operations["signIn.login.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/oauth2/v2.0/token": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue tokens for a grant
         * @description `authorization_code`, `refresh_token`, `client_credentials`, `password`, device code and on-behalf-of. A grant from before a revocation
         *     is refused with AADSTS50173.
         */
        post: operations["signIn.token.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/oauth2/v2.0/devicecode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a sign-in that another device approves */
        post: operations["signIn.deviceCode.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/common/oauth2/deviceauth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the page for the code that a device shows */
        get: operations["signIn.deviceAuth.get"];
        put?: never;
        /** Take the code that a device shows */
        post: operations["signIn.deviceAuth.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{authorityTenant}/oauth2/v2.0/logout": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        /**
         * Sign out of the browser session
         * @description Refresh tokens survive. The clients that took part are signed out of through their logout URLs.
         */
        get: operations["signIn.logout.get"];
        put?: never;
        /** Sign out of the browser session, with the parameters in a form */
        post: operations["signIn.logout.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is it up?
         * @description Needs no control key, so that a container's health check can ask.
         */
        get: operations["control.health.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tenants, with the passwords and secrets a test signs in with
         * @description Test data throughout. The secrets are meant to be read. Users made up by `--generate-users` are left out.
         */
        get: operations["control.tenants.list"];
        put?: never;
        /**
         * Make a tenant, a world of its own for one test
         * @description Like the fixture's, with new ids and a domain of its own, so that nothing done in one tenant is seen in another. What is left out is as
         *     the server was started: the first fixture, its users and applications, its settings.
         */
        post: operations["control.tenants.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains. */
                tenant: components["parameters"]["tenantInPath"];
            };
            cookie?: never;
        };
        /** Show one tenant, with the passwords and secrets a test signs in with */
        get: operations["control.tenants.get"];
        put?: never;
        post?: never;
        /**
         * Remove a tenant and all that is in it
         * @description Its tokens and sessions are then those of a tenant that is not there. Without any, requests that name no tenant find none.
         */
        delete: operations["control.tenants.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/settings": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tenant's settings */
        get: operations["control.settings.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a tenant's settings
         * @description What is left out stays as it is. A `preset` first sets `delaySeconds` and `truncateToSeconds` to its own values; values given
         *     beside it then win.
         */
        patch: operations["control.settings.update"];
        trace?: never;
    };
    "/_understudy/users/{userId}": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a user, who can be restored for thirty days through Microsoft Graph */
        delete: operations["control.users.remove"];
        options?: never;
        head?: never;
        /**
         * Change what ends a user's sign-ins - the password, or whether the account is enabled
         * @description `passwordChange` says whose act a new password is, which decides what it revokes: `user` for one's own change or self-service reset,
         *     `portal` for an administrator's reset in the Azure portal, `adminCenter` for one in the Microsoft Entra admin center.
         */
        patch: operations["control.users.update"];
        trace?: never;
    };
    "/_understudy/users/{userId}/revoke": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a user's sign-in sessions, as an administrator does through Microsoft Graph */
        post: operations["control.users.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/tokens": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue an access token, as a test asks for it */
        post: operations["control.tokens.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why a token is accepted or refused
         * @description Takes access tokens, refresh tokens, authorization codes and the values of session cookies. Judges the token now, with the same checks the surfaces use, in words and in data. Also lists which Graph operations its
         *     permissions allow, and what is missing for the others; with a `target`, as far as acting on that user is concerned.
         */
        post: operations["control.tokens.explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/reset": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a tenant, or all of them, back to where they started
         * @description Directory, revocations and settings. Without `tenant`, every tenant. Signing keys stay, so tokens issued before still verify.
         */
        post: operations["control.state.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/clock": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tenant's clock */
        get: operations["control.clock.get"];
        put?: never;
        post?: never;
        /** Have a tenant's clock show the machine's time again */
        delete: operations["control.clock.reset"];
        options?: never;
        head?: never;
        /**
         * Set, advance, freeze or release a tenant's clock
         * @description Everything that expires or is stamped in the tenant follows it. `now` is set first, then `advanceSeconds` is added, then the clock is
         *     frozen or let go. Order, not time, decides whether a credential is older than a revocation, so a clock that is set back revokes nothing.
         */
        patch: operations["control.clock.update"];
        trace?: never;
    };
    "/_understudy/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the snapshots */
        get: operations["control.snapshots.list"];
        put?: never;
        /**
         * Take a snapshot of a tenant, or of all
         * @description Directory, revocations, settings, clock, planned failures and what was redeemed or signed out of. One of the same name is replaced.
         *     At most a hundred are kept.
         */
        post: operations["control.snapshots.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/snapshots/{snapshot}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        /**
         * Download a snapshot
         * @description With the keys that the credentials in use were made with, so that it can be uploaded to another server and they stand there as they
         *     did here. Test data, but good for signing in: keep it where the fixtures are kept.
         */
        get: operations["control.snapshots.get"];
        /**
         * Upload a snapshot that was downloaded
         * @description As it was downloaded - one that was changed is refused, because nothing would hold it together. Up to 64 MiB.
         */
        put: operations["control.snapshots.put"];
        post?: never;
        /** Forget a snapshot */
        delete: operations["control.snapshots.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/snapshots/{snapshot}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put everything back to where it was when the snapshot was taken
         * @description Its tenants alone; a snapshot of all tenants also removes those that were made since. Their clocks go on from the instant of the
         *     snapshot, so that what had not expired then has not expired now; `clock: keep` leaves them as they are. What was issued after the
         *     snapshot is of a time that has not come yet.
         */
        post: operations["control.snapshots.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/faults": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a tenant's planned failures */
        get: operations["control.faults.list"];
        put?: never;
        /**
         * Plan a failure
         * @description For one operation, or for a whole surface when only `surface` is given, or for both when neither is. Of several that match a request,
         *     the oldest one that strikes counts. A failure strikes after the caller was authenticated and before the operation does anything;
         *     `truncate` alone lets the operation do its work, and cuts its answer.
         */
        post: operations["control.faults.create"];
        /** Call off all of a tenant's planned failures */
        delete: operations["control.faults.clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/faults/{fault}": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The planned failure's id. */
                fault: components["parameters"]["fault"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Call off one planned failure */
        delete: operations["control.faults.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/requests": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked of a tenant, and what it answered
         * @description Requests to Microsoft Graph and to the sign-in surface, the oldest first; those that name no tenant are the default tenant's. No secret
         *     and no token is in it. With `waitSeconds`, answers as soon as there are `count` that match.
         */
        get: operations["control.requests.list"];
        put?: never;
        post?: never;
        /** Forget what was asked of a tenant */
        delete: operations["control.requests.clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_understudy/events": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what is asked of a tenant, as server-sent events
         * @description An event `request` for each, with its sequence as the id and the data as in the list; from now on, or after `Last-Event-ID`.
         */
        get: operations["control.events.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A user as Microsoft Graph returns it. Which members are present follows `$select`; without it, those marked
         *     `x-returned-by-default`, null ones included.
         */
        user: {
            "@odata.context"?: string;
            /** @constant */
            "@odata.type"?: "#microsoft.graph.user";
            businessPhones?: string[];
            displayName?: string | null;
            givenName?: string | null;
            jobTitle?: string | null;
            mail?: string | null;
            mobilePhone?: string | null;
            officeLocation?: string | null;
            preferredLanguage?: string | null;
            surname?: string | null;
            userPrincipalName?: string;
            /** Format: uuid */
            id?: string;
            aboutMe?: string | null;
            accountEnabled?: boolean;
            /** @enum {string|null} */
            ageGroup?: "Minor" | "NotAdult" | "Adult" | null;
            readonly assignedLicenses?: components["schemas"]["assignedLicense"][];
            readonly assignedPlans?: components["schemas"]["assignedPlan"][];
            authorizationInfo?: components["schemas"]["authorizationInfo"];
            /**
             * Format: date-time
             * @description 0001-01-01T00:00:00Z when it is not set.
             */
            birthday?: string;
            city?: string | null;
            cloudRealtimeCommunicationInfo?: components["schemas"]["cloudRealtimeCommunicationInfo"];
            companyName?: string | null;
            /** @enum {string|null} */
            consentProvidedForMinor?: "Granted" | "Denied" | "NotRequired" | null;
            country?: string | null;
            readonly createdDateTime?: components["schemas"]["dateTime"];
            /** @enum {string|null} */
            readonly creationType?: "Invitation" | "LocalAccount" | "EmailVerified" | "SelfServiceSignUp" | null;
            /** @description Reads back as null. */
            readonly customSecurityAttributes?: null;
            /** Format: date-time */
            readonly deletedDateTime?: string | null;
            department?: string | null;
            readonly deviceEnrollmentLimit?: number;
            deviceKeys?: components["schemas"]["deviceKey"][];
            /** Format: date-time */
            employeeHireDate?: string | null;
            employeeId?: string | null;
            /** Format: date-time */
            employeeLeaveDateTime?: string | null;
            employeeOrgData?: components["schemas"]["employeeOrgData"];
            employeeType?: string | null;
            /** @enum {string|null} */
            externalUserState?: "PendingAcceptance" | "Accepted" | null;
            /** Format: date-time */
            externalUserStateChangeDateTime?: string | null;
            faxNumber?: string | null;
            /**
             * Format: date-time
             * @description 0001-01-01T00:00:00Z when it is not set.
             */
            hireDate?: string;
            identities?: components["schemas"]["objectIdentity"][];
            readonly identityParentId?: string | null;
            readonly imAddresses?: string[];
            infoCatalogs?: string[];
            interests?: string[];
            readonly isLicenseReconciliationNeeded?: boolean | null;
            readonly isManagementRestricted?: boolean | null;
            isResourceAccount?: boolean | null;
            /** Format: date-time */
            readonly lastPasswordChangeDateTime?: string | null;
            /** @enum {string|null} */
            readonly legalAgeGroupClassification?: "MinorWithOutParentalConsent" | "MinorWithParentalConsent" | "MinorNoParentalConsentRequired" | "NotAdult" | "Adult" | null;
            readonly licenseAssignmentStates?: components["schemas"]["licenseAssignmentState"][];
            /** @description Reads back as null. */
            readonly mailboxSettings?: null;
            mailNickname?: string | null;
            mySite?: string | null;
            readonly onPremisesDistinguishedName?: string | null;
            readonly onPremisesDomainName?: string | null;
            onPremisesExtensionAttributes?: components["schemas"]["onPremisesExtensionAttributes"];
            onPremisesImmutableId?: string | null;
            /** Format: date-time */
            readonly onPremisesLastSyncDateTime?: string | null;
            readonly onPremisesProvisioningErrors?: components["schemas"]["onPremisesProvisioningError"][];
            readonly onPremisesSamAccountName?: string | null;
            readonly onPremisesSecurityIdentifier?: string | null;
            readonly onPremisesSipInfo?: components["schemas"]["onPremisesSipInfo"];
            readonly onPremisesSyncEnabled?: boolean | null;
            readonly onPremisesUserPrincipalName?: string | null;
            otherMails?: string[];
            passwordPolicies?: string | null;
            /** @description Reads back as null, or without the password. */
            passwordProfile?: components["schemas"]["passwordProfile"];
            pastProjects?: string[];
            postalCode?: string | null;
            preferredDataLocation?: string | null;
            preferredName?: string | null;
            readonly provisionedPlans?: components["schemas"]["provisionedPlan"][];
            readonly proxyAddresses?: string[];
            /** @description The older name of signInSessionsValidFromDateTime. */
            readonly refreshTokensValidFromDateTime?: components["schemas"]["dateTime"];
            responsibilities?: string[];
            schools?: string[];
            readonly securityIdentifier?: string | null;
            readonly serviceProvisioningErrors?: components["schemas"]["serviceProvisioningError"][];
            showInAddressList?: boolean | null;
            readonly signInActivity?: components["schemas"]["signInActivity"];
            /** @description Refresh tokens and session cookies issued before this instant are refused. Whole seconds. */
            readonly signInSessionsValidFromDateTime?: components["schemas"]["dateTime"];
            skills?: string[];
            state?: string | null;
            streetAddress?: string | null;
            usageLocation?: string | null;
            /** @enum {string|null} */
            userType?: "Member" | "Guest" | null;
        };
        /**
         * Format: date-time
         * @description An instant in UTC, whole seconds.
         */
        dateTime: string;
        /** @description One way in which the user signs in. */
        objectIdentity: {
            signInType: string;
            issuer: string;
            issuerAssignedId: string;
        };
        assignedLicense: {
            disabledPlans: string[];
            /** Format: uuid */
            skuId: string;
        };
        assignedPlan: {
            /** Format: date-time */
            assignedDateTime?: string | null;
            capabilityStatus?: string | null;
            service?: string | null;
            /** Format: uuid */
            servicePlanId?: string | null;
        };
        /** @description What a certificate has to hold to sign the user in. */
        authorizationInfo: {
            certificateUserIds?: string[];
        } | null;
        cloudRealtimeCommunicationInfo: {
            isSipEnabled?: boolean | null;
        } | null;
        deviceKey: {
            /** Format: uuid */
            deviceId?: string | null;
            keyMaterial?: string | null;
            keyType?: string | null;
        };
        employeeOrgData: {
            costCenter?: string | null;
            division?: string | null;
        } | null;
        licenseAssignmentState: {
            assignedByGroup?: string | null;
            disabledPlans?: string[];
            error?: string | null;
            /** Format: date-time */
            lastUpdatedDateTime?: string | null;
            /** Format: uuid */
            skuId?: string | null;
            state?: string | null;
        };
        onPremisesExtensionAttributes: {
            extensionAttribute1?: string | null;
            extensionAttribute2?: string | null;
            extensionAttribute3?: string | null;
            extensionAttribute4?: string | null;
            extensionAttribute5?: string | null;
            extensionAttribute6?: string | null;
            extensionAttribute7?: string | null;
            extensionAttribute8?: string | null;
            extensionAttribute9?: string | null;
            extensionAttribute10?: string | null;
            extensionAttribute11?: string | null;
            extensionAttribute12?: string | null;
            extensionAttribute13?: string | null;
            extensionAttribute14?: string | null;
            extensionAttribute15?: string | null;
        } | null;
        onPremisesProvisioningError: {
            category?: string | null;
            /** Format: date-time */
            occurredDateTime?: string | null;
            propertyCausingError?: string | null;
            value?: string | null;
        };
        onPremisesSipInfo: {
            isSipEnabled?: boolean | null;
            sipDeploymentLocation?: string | null;
            sipPrimaryAddress?: string | null;
        } | null;
        /** @description A password as it is read, which is without it. */
        passwordProfile: {
            forceChangePasswordNextSignIn?: boolean | null;
            forceChangePasswordNextSignInWithMfa?: boolean | null;
            password?: null;
        } | null;
        /** @description A password as it is set. */
        newPasswordProfile: {
            forceChangePasswordNextSignIn?: boolean | null;
            forceChangePasswordNextSignInWithMfa?: boolean | null;
            password?: string;
        };
        provisionedPlan: {
            capabilityStatus?: string | null;
            provisioningStatus?: string | null;
            service?: string | null;
        };
        serviceProvisioningError: {
            /** Format: date-time */
            createdDateTime?: string | null;
            isResolved?: boolean | null;
            serviceInstance?: string | null;
        };
        /** @description When the user last signed in, and by which request. */
        signInActivity: {
            /** Format: date-time */
            lastSignInDateTime?: string | null;
            lastSignInRequestId?: string | null;
            /** Format: date-time */
            lastNonInteractiveSignInDateTime?: string | null;
            lastNonInteractiveSignInRequestId?: string | null;
            /** Format: date-time */
            lastSuccessfulSignInDateTime?: string | null;
            lastSuccessfulSignInRequestId?: string | null;
        } | null;
        /**
         * @description What a user is to have instead. Any members; those that are left out stay as they are. What clients cannot write is not among them:
         *     the service answers it with 400, `Property '…' is read-only and cannot be set.`
         */
        userChanges: {
            "@odata.type"?: string;
            aboutMe?: components["schemas"]["user"]["aboutMe"];
            accountEnabled?: components["schemas"]["user"]["accountEnabled"];
            ageGroup?: components["schemas"]["user"]["ageGroup"];
            authorizationInfo?: components["schemas"]["user"]["authorizationInfo"];
            birthday?: components["schemas"]["user"]["birthday"];
            businessPhones?: components["schemas"]["user"]["businessPhones"];
            city?: components["schemas"]["user"]["city"];
            cloudRealtimeCommunicationInfo?: components["schemas"]["user"]["cloudRealtimeCommunicationInfo"];
            companyName?: components["schemas"]["user"]["companyName"];
            consentProvidedForMinor?: components["schemas"]["user"]["consentProvidedForMinor"];
            country?: components["schemas"]["user"]["country"];
            department?: components["schemas"]["user"]["department"];
            deviceKeys?: components["schemas"]["user"]["deviceKeys"];
            displayName?: components["schemas"]["user"]["displayName"];
            employeeHireDate?: components["schemas"]["user"]["employeeHireDate"];
            employeeId?: components["schemas"]["user"]["employeeId"];
            employeeLeaveDateTime?: components["schemas"]["user"]["employeeLeaveDateTime"];
            employeeOrgData?: components["schemas"]["user"]["employeeOrgData"];
            employeeType?: components["schemas"]["user"]["employeeType"];
            externalUserState?: components["schemas"]["user"]["externalUserState"];
            externalUserStateChangeDateTime?: components["schemas"]["user"]["externalUserStateChangeDateTime"];
            faxNumber?: components["schemas"]["user"]["faxNumber"];
            givenName?: components["schemas"]["user"]["givenName"];
            hireDate?: components["schemas"]["user"]["hireDate"];
            identities?: components["schemas"]["user"]["identities"];
            infoCatalogs?: components["schemas"]["user"]["infoCatalogs"];
            interests?: components["schemas"]["user"]["interests"];
            isResourceAccount?: components["schemas"]["user"]["isResourceAccount"];
            jobTitle?: components["schemas"]["user"]["jobTitle"];
            mail?: components["schemas"]["user"]["mail"];
            mailNickname?: components["schemas"]["user"]["mailNickname"];
            mobilePhone?: components["schemas"]["user"]["mobilePhone"];
            mySite?: components["schemas"]["user"]["mySite"];
            officeLocation?: components["schemas"]["user"]["officeLocation"];
            onPremisesExtensionAttributes?: components["schemas"]["user"]["onPremisesExtensionAttributes"];
            onPremisesImmutableId?: components["schemas"]["user"]["onPremisesImmutableId"];
            otherMails?: components["schemas"]["user"]["otherMails"];
            passwordPolicies?: components["schemas"]["user"]["passwordPolicies"];
            pastProjects?: components["schemas"]["user"]["pastProjects"];
            postalCode?: components["schemas"]["user"]["postalCode"];
            preferredDataLocation?: components["schemas"]["user"]["preferredDataLocation"];
            preferredLanguage?: components["schemas"]["user"]["preferredLanguage"];
            preferredName?: components["schemas"]["user"]["preferredName"];
            responsibilities?: components["schemas"]["user"]["responsibilities"];
            schools?: components["schemas"]["user"]["schools"];
            showInAddressList?: components["schemas"]["user"]["showInAddressList"];
            skills?: components["schemas"]["user"]["skills"];
            state?: components["schemas"]["user"]["state"];
            streetAddress?: components["schemas"]["user"]["streetAddress"];
            surname?: components["schemas"]["user"]["surname"];
            usageLocation?: components["schemas"]["user"]["usageLocation"];
            userPrincipalName?: components["schemas"]["user"]["userPrincipalName"];
            userType?: components["schemas"]["user"]["userType"];
            passwordProfile?: components["schemas"]["newPasswordProfile"];
        };
        /**
         * @description A user to create. What is left out is null, empty or as in a new account. The service names the first required member that is
         *     missing: `A value is required for property '…' of resource 'User'.` With `identities`, a local account needs `passwordProfile`
         *     alone, and a federated one nothing.
         */
        newUser: components["schemas"]["userChanges"];
        passwordChange: {
            currentPassword: string;
            newPassword: string;
        };
        /** @description What was changed in the directory, by whom and in whom. */
        directoryAudit: {
            "@odata.context"?: string;
            id?: string;
            category?: string;
            correlationId?: string | null;
            /** @enum {string} */
            result?: "success" | "failure" | "timeout" | "unknownFutureValue";
            resultReason?: string | null;
            activityDisplayName?: string;
            /** Format: date-time */
            activityDateTime?: string;
            loggedByService?: string | null;
            operationType?: string | null;
            userAgent?: string | null;
            initiatedBy?: components["schemas"]["auditActivityInitiator"];
            targetResources?: components["schemas"]["targetResource"][];
            additionalDetails?: components["schemas"]["keyValue"][];
        };
        directoryAuditCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["directoryAudit"][];
        };
        /** @description One of them is null. */
        auditActivityInitiator: {
            app?: components["schemas"]["appIdentity"];
            user?: components["schemas"]["auditUserIdentity"];
        };
        appIdentity: {
            appId?: string | null;
            displayName?: string | null;
            servicePrincipalId?: string | null;
            servicePrincipalName?: string | null;
        } | null;
        auditUserIdentity: {
            id?: string | null;
            displayName?: string | null;
            userPrincipalName?: string | null;
            ipAddress?: string | null;
            userType?: string | null;
            homeTenantId?: string | null;
            homeTenantName?: string | null;
        } | null;
        targetResource: {
            id?: string | null;
            displayName?: string | null;
            type?: string | null;
            userPrincipalName?: string | null;
            /** @enum {string|null} */
            groupType?: "unifiedGroups" | "azureAD" | "unknownFutureValue" | null;
            modifiedProperties?: components["schemas"]["modifiedProperty"][];
        };
        /** @description The values are JSON, as text. */
        modifiedProperty: {
            displayName?: string | null;
            oldValue?: string | null;
            newValue?: string | null;
        };
        keyValue: {
            key?: string | null;
            value?: string | null;
        };
        /** @description Somebody who signed in, or was refused. */
        signIn: {
            "@odata.context"?: string;
            id?: string;
            /** Format: date-time */
            createdDateTime?: string;
            userDisplayName?: string | null;
            userPrincipalName?: string | null;
            userId?: string | null;
            appId?: string | null;
            appDisplayName?: string | null;
            ipAddress?: string | null;
            clientAppUsed?: string | null;
            userAgent?: string | null;
            correlationId?: string | null;
            /** @enum {string} */
            conditionalAccessStatus?: "success" | "failure" | "notApplied" | "unknownFutureValue";
            originalRequestId?: string | null;
            isInteractive?: boolean | null;
            tokenIssuerName?: string | null;
            /** @enum {string} */
            tokenIssuerType?: "AzureAD" | "ADFederationServices" | "UnknownFutureValue";
            processingTimeInMilliseconds?: number | null;
            riskDetail?: string;
            /** @enum {string} */
            riskLevelAggregated?: "low" | "medium" | "high" | "hidden" | "none" | "unknownFutureValue";
            /** @enum {string} */
            riskLevelDuringSignIn?: "low" | "medium" | "high" | "hidden" | "none" | "unknownFutureValue";
            /** @enum {string} */
            riskState?: "none" | "confirmedSafe" | "remediated" | "dismissed" | "atRisk" | "confirmedCompromised" | "unknownFutureValue";
            riskEventTypes?: string[];
            riskEventTypes_v2?: string[];
            resourceDisplayName?: string | null;
            resourceId?: string | null;
            resourceTenantId?: string | null;
            homeTenantId?: string | null;
            homeTenantName?: string | null;
            resourceServicePrincipalId?: string | null;
            servicePrincipalId?: string | null;
            servicePrincipalName?: string | null;
            authenticationMethodsUsed?: string[];
            authenticationRequirement?: string | null;
            /** @enum {string} */
            authenticationProtocol?: "none" | "oAuth2" | "ropc" | "wsFederation" | "saml20" | "deviceCode" | "unknownFutureValue";
            /** @enum {string} */
            incomingTokenType?: "none" | "primaryRefreshToken" | "saml11" | "saml20" | "unknownFutureValue" | "remoteDesktopToken" | "refreshToken";
            /** @enum {string} */
            clientCredentialType?: "none" | "clientSecret" | "clientAssertion" | "federatedIdentityCredential" | "managedIdentity" | "certificate" | "unknownFutureValue";
            signInIdentifier?: string | null;
            signInEventTypes?: ("interactiveUser" | "nonInteractiveUser" | "servicePrincipal" | "managedIdentity" | "unknownFutureValue")[];
            uniqueTokenIdentifier?: string | null;
            /** @enum {string|null} */
            userType?: "member" | "guest" | "unknownFutureValue" | null;
            flaggedForReview?: boolean | null;
            isTenantRestricted?: boolean | null;
            autonomousSystemNumber?: number | null;
            /** @enum {string} */
            crossTenantAccessType?: "none" | "b2bCollaboration" | "b2bDirectConnect" | "microsoftSupport" | "serviceProvider" | "unknownFutureValue";
            status?: components["schemas"]["signInStatus"];
            deviceDetail?: components["schemas"]["deviceDetail"];
            location?: components["schemas"]["signInLocation"];
            appliedConditionalAccessPolicies?: components["schemas"]["appliedConditionalAccessPolicy"][];
            authenticationProcessingDetails?: components["schemas"]["keyValue"][];
            authenticationDetails?: components["schemas"]["authenticationDetail"][];
        };
        signInCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["signIn"][];
        };
        signInStatus: {
            /** @description 0 for a success. */
            errorCode?: number;
            failureReason?: string | null;
            additionalDetails?: string | null;
        };
        deviceDetail: {
            deviceId?: string | null;
            displayName?: string | null;
            operatingSystem?: string | null;
            browser?: string | null;
            isCompliant?: boolean | null;
            isManaged?: boolean | null;
            trustType?: string | null;
        };
        signInLocation: {
            city?: string | null;
            state?: string | null;
            countryOrRegion?: string | null;
            geoCoordinates?: components["schemas"]["geoCoordinates"];
        };
        geoCoordinates: {
            altitude?: number | null;
            latitude?: number | null;
            longitude?: number | null;
        };
        appliedConditionalAccessPolicy: {
            id?: string | null;
            displayName?: string | null;
            enforcedGrantControls?: string[];
            enforcedSessionControls?: string[];
            result?: string | null;
        };
        authenticationDetail: {
            /** Format: date-time */
            authenticationStepDateTime?: string | null;
            authenticationMethod?: string | null;
            authenticationMethodDetail?: string | null;
            succeeded?: boolean | null;
            authenticationStepResultDetail?: string | null;
            authenticationStepRequirement?: string | null;
        };
        userCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["user"][];
        };
        /** @description Either there is a next page, or the link that later changes are asked for by. */
        userDelta: {
            "@odata.context": string;
            "@odata.nextLink"?: string;
            "@odata.deltaLink"?: string;
            value: (components["schemas"]["user"] | components["schemas"]["removedUser"])[];
        };
        removedUser: {
            /** Format: uuid */
            id: string;
            /** @description changed: deleted, and can be restored. deleted: for good. */
            "@removed": {
                /** @enum {string} */
                reason: "changed" | "deleted";
            };
        };
        actionResult: {
            "@odata.context": string;
            /** @constant */
            value: true;
        };
        /** @description The error envelope of Microsoft Graph. Branch on `code`, never on `message`. */
        graphError: {
            error: {
                code: string;
                message: string;
                /** @description What it is about, in some errors. */
                details?: {
                    target: string;
                    code: string;
                }[];
                innerError: {
                    date: string;
                    /** Format: uuid */
                    "request-id": string;
                    "client-request-id": string;
                };
            };
        };
        /** @description Requests to Microsoft Graph in one. */
        batchRequest: {
            requests: {
                /** @description By which its answer is found. No two are the same, in any case. */
                id: string;
                /** @description `DELETE`, `GET`, `PATCH`, `POST` or `PUT`, in any case. */
                method: string;
                /** @description Below the version; the slash at its beginning may be left out. */
                url: string;
                /** @description With a body, `Content-Type` is one of them. */
                headers?: {
                    [key: string]: string;
                };
                /** @description JSON; of any other type, base64url. Writing needs one, `{}` where there is nothing to say. */
                body?: Record<string, never> | string | null;
                /** @description Ids of parts before it. If one of them fails, it does not run. */
                dependsOn?: string[];
            }[];
        };
        batchResponse: {
            responses: {
                id: string;
                status: number;
                headers: {
                    [key: string]: string;
                };
                /** @description As if the request had come alone; base64 where it is no JSON. Left out where there is none. */
                body?: unknown;
            }[];
        };
        /** @description What Microsoft Graph answers with 429. */
        graphThrottled: {
            error: {
                code: string;
                innerError: {
                    code: string;
                    date: string;
                    message: string;
                    /** Format: uuid */
                    "request-id": string;
                    status: string;
                };
                message: string;
            };
        };
        health: {
            /** @constant */
            status: "ok";
            version: string;
        };
        tenantCollection: {
            tenants: components["schemas"]["tenant"][];
        };
        tenant: {
            /** Format: uuid */
            id: string;
            displayName: string;
            /** @description The initial domain. */
            domain: string;
            /** @description What a client is given as its authority. */
            authority: string;
            users: {
                /** Format: uuid */
                id: string;
                userPrincipalName: string;
                password: string;
                /** @enum {string|null} */
                userType: "Member" | "Guest" | null;
                /** @description Display names of directory roles. */
                roles: string[];
            }[];
            applications: {
                /** Format: uuid */
                appId: string;
                displayName: string;
                type: components["schemas"]["applicationType"];
                secret?: string;
                redirectUris: string[];
            }[];
        };
        /** @enum {string} */
        applicationType: "daemon" | "spa" | "web" | "device";
        newTenant: {
            /** @description The fixture to begin with - the name of its file without the ending, its id or one of its domains. The first when left out. */
            from?: string;
            /** @description The same seed makes the same tenant in every run. Left out, every tenant is another. */
            seed?: number;
            /** @description How many users to make up besides. Left out, as many as the server was started with. */
            generateUsers?: number;
            overrides?: components["schemas"]["tenantOverrides"];
        };
        /** @description What is to be otherwise than in the fixture. Its domain and ids stand for those of the new tenant here. */
        tenantOverrides: {
            displayName?: string;
            /**
             * Format: hostname
             * @description The initial domain.
             */
            domain?: string;
            settings?: components["schemas"]["settingsUpdate"];
            /** @description Put over the fixture's user of the same user principal name, or added. */
            users?: components["schemas"]["fixtureUser"][];
            /** @description Put over the fixture's application of the same display name, or added; then the type is needed. */
            applications?: components["schemas"]["fixtureApplication"][];
            /** @description Put over the fixture's group of the same display name, or added. */
            groups?: components["schemas"]["fixtureGroup"][];
        };
        /** @description What is left out is as in a new account - null, empty, an enabled member. */
        fixtureUser: {
            businessPhones?: components["schemas"]["user"]["businessPhones"];
            displayName?: components["schemas"]["user"]["displayName"];
            givenName?: components["schemas"]["user"]["givenName"];
            jobTitle?: components["schemas"]["user"]["jobTitle"];
            mail?: components["schemas"]["user"]["mail"];
            mobilePhone?: components["schemas"]["user"]["mobilePhone"];
            officeLocation?: components["schemas"]["user"]["officeLocation"];
            preferredLanguage?: components["schemas"]["user"]["preferredLanguage"];
            surname?: components["schemas"]["user"]["surname"];
            /** @description The part before the @ is enough for the tenant's first domain. */
            userPrincipalName: string;
            id?: components["schemas"]["user"]["id"];
            accountEnabled?: components["schemas"]["user"]["accountEnabled"];
            ageGroup?: components["schemas"]["user"]["ageGroup"];
            assignedLicenses?: components["schemas"]["user"]["assignedLicenses"];
            city?: components["schemas"]["user"]["city"];
            companyName?: components["schemas"]["user"]["companyName"];
            country?: components["schemas"]["user"]["country"];
            createdDateTime?: components["schemas"]["dateTime"];
            creationType?: components["schemas"]["user"]["creationType"];
            deletedDateTime?: components["schemas"]["user"]["deletedDateTime"];
            department?: components["schemas"]["user"]["department"];
            employeeId?: components["schemas"]["user"]["employeeId"];
            externalUserState?: components["schemas"]["user"]["externalUserState"];
            identities?: components["schemas"]["user"]["identities"];
            lastPasswordChangeDateTime?: components["schemas"]["user"]["lastPasswordChangeDateTime"];
            mailNickname?: components["schemas"]["user"]["mailNickname"];
            onPremisesImmutableId?: components["schemas"]["user"]["onPremisesImmutableId"];
            onPremisesSyncEnabled?: components["schemas"]["user"]["onPremisesSyncEnabled"];
            otherMails?: components["schemas"]["user"]["otherMails"];
            passwordPolicies?: components["schemas"]["user"]["passwordPolicies"];
            postalCode?: components["schemas"]["user"]["postalCode"];
            proxyAddresses?: components["schemas"]["user"]["proxyAddresses"];
            state?: components["schemas"]["user"]["state"];
            streetAddress?: components["schemas"]["user"]["streetAddress"];
            usageLocation?: components["schemas"]["user"]["usageLocation"];
            userType?: components["schemas"]["user"]["userType"];
            /** @description Left out, the part of the user principal name before the @, then -Passw0rd!. */
            password?: string;
            /**
             * @description work: a member or a guest. b2cLocal: a local account of an Azure AD B2C tenant. personal: a personal Microsoft account.
             * @enum {string}
             */
            accountType?: "work" | "b2cLocal" | "personal";
            /** @description Directory roles. */
            roles?: components["schemas"]["directoryRoleName"][];
        };
        /** @enum {string} */
        directoryRoleName: "Application Administrator" | "Authentication Administrator" | "Cloud Application Administrator" | "Conditional Access Administrator" | "Directory Readers" | "Directory Writers" | "Exchange Administrator" | "Global Administrator" | "Global Reader" | "Groups Administrator" | "Guest Inviter" | "Helpdesk Administrator" | "Intune Administrator" | "Message Center Reader" | "Partner Tier1 Support" | "Partner Tier2 Support" | "Password Administrator" | "Privileged Authentication Administrator" | "Privileged Role Administrator" | "Reports Reader" | "Security Administrator" | "Security Operator" | "Security Reader" | "SharePoint Administrator" | "Teams Administrator" | "Usage Summary Reports Reader" | "User Administrator" | "User Experience Success Manager";
        /** @description A directory role that is activated in the tenant. */
        directoryRole: {
            "@odata.context"?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            description?: string | null;
            displayName?: string | null;
            /** Format: uuid */
            roleTemplateId?: string | null;
        };
        /** @description A group that somebody is a member of. */
        group: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            /** Format: date-time */
            createdDateTime?: string | null;
            description?: string | null;
            displayName?: string | null;
            groupTypes?: string[];
            isAssignableToRole?: boolean | null;
            mail?: string | null;
            mailEnabled?: boolean | null;
            mailNickname?: string | null;
            securityEnabled?: boolean | null;
            visibility?: string | null;
        };
        groupCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["group"][];
        };
        /** @description A group or a directory role that somebody is a member of; which, `@odata.type` says. */
        directoryObject: {
            /** @enum {string} */
            "@odata.type": "#microsoft.graph.group" | "#microsoft.graph.directoryRole";
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            /** Format: date-time */
            createdDateTime?: string | null;
            description?: string | null;
            displayName?: string | null;
            groupTypes?: string[];
            isAssignableToRole?: boolean | null;
            mail?: string | null;
            mailEnabled?: boolean | null;
            mailNickname?: string | null;
            /** Format: uuid */
            roleTemplateId?: string | null;
            securityEnabled?: boolean | null;
            visibility?: string | null;
        };
        directoryObjectCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["directoryObject"][];
        };
        directoryRoleCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["directoryRole"][];
        };
        /** @description Who has which directory role. */
        unifiedRoleAssignment: {
            "@odata.context"?: string;
            id?: string;
            principalId?: string;
            principalOrganizationId?: string | null;
            resourceScope?: string | null;
            directoryScopeId?: string | null;
            appScopeId?: string | null;
            /** Format: uuid */
            roleDefinitionId?: string;
            condition?: string | null;
        };
        unifiedRoleAssignmentCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["unifiedRoleAssignment"][];
        };
        /** @description A directory role and what it may do. */
        unifiedRoleDefinition: {
            "@odata.context"?: string;
            /** Format: uuid */
            id?: string;
            description?: string | null;
            displayName?: string;
            isBuiltIn?: boolean;
            isEnabled?: boolean;
            resourceScopes?: string[];
            /** Format: uuid */
            templateId?: string;
            version?: string | null;
            rolePermissions?: components["schemas"]["unifiedRolePermission"][];
        };
        unifiedRoleDefinitionCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["unifiedRoleDefinition"][];
        };
        unifiedRolePermission: {
            allowedResourceActions?: string[];
            condition?: string | null;
        };
        /** @description A registered application. */
        application: {
            "@odata.context"?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            /** Format: uuid */
            appId?: string;
            applicationTemplateId?: string | null;
            disabledByMicrosoftStatus?: string | null;
            /** Format: date-time */
            createdDateTime?: string | null;
            displayName?: string;
            description?: string | null;
            groupMembershipClaims?: string | null;
            identifierUris?: string[];
            isDeviceOnlyAuthSupported?: boolean | null;
            isFallbackPublicClient?: boolean | null;
            notes?: string | null;
            publisherDomain?: string | null;
            serviceManagementReference?: string | null;
            signInAudience?: string;
            tags?: string[];
            /** Format: uuid */
            tokenEncryptionKeyId?: string | null;
            samlMetadataUrl?: string | null;
            defaultRedirectUri?: string | null;
            optionalClaims?: null;
            addIns?: Record<string, never>[];
            api?: components["schemas"]["apiApplication"];
            appRoles?: components["schemas"]["appRole"][];
            info?: components["schemas"]["informationalUrl"];
            keyCredentials?: components["schemas"]["keyCredential"][];
            parentalControlSettings?: components["schemas"]["parentalControlSettings"];
            passwordCredentials?: components["schemas"]["passwordCredential"][];
            publicClient?: components["schemas"]["publicClientApplication"];
            requiredResourceAccess?: components["schemas"]["requiredResourceAccess"][];
            verifiedPublisher?: components["schemas"]["verifiedPublisher"];
            web?: components["schemas"]["webApplication"];
            spa?: components["schemas"]["spaApplication"];
        };
        applicationCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["application"][];
        };
        apiApplication: {
            acceptMappedClaims?: boolean | null;
            knownClientApplications?: string[];
            requestedAccessTokenVersion?: number | null;
            oauth2PermissionScopes?: components["schemas"]["permissionScope"][];
            preAuthorizedApplications?: Record<string, never>[];
        };
        /** @description A permission to act for a user. */
        permissionScope: {
            adminConsentDescription?: string | null;
            adminConsentDisplayName?: string | null;
            /** Format: uuid */
            id?: string;
            isEnabled?: boolean;
            /** @enum {string} */
            type?: "User" | "Admin";
            userConsentDescription?: string | null;
            userConsentDisplayName?: string | null;
            value?: string;
        };
        /** @description A permission of an application on its own. */
        appRole: {
            allowedMemberTypes?: string[];
            description?: string | null;
            displayName?: string | null;
            /** Format: uuid */
            id?: string;
            isEnabled?: boolean;
            origin?: string | null;
            value?: string | null;
        };
        informationalUrl: {
            termsOfServiceUrl?: string | null;
            supportUrl?: string | null;
            privacyStatementUrl?: string | null;
            marketingUrl?: string | null;
            logoUrl?: string | null;
        };
        /** @description A certificate. Without the key. */
        keyCredential: {
            customKeyIdentifier?: string | null;
            displayName?: string | null;
            /** Format: date-time */
            endDateTime?: string | null;
            key?: string | null;
            /** Format: uuid */
            keyId?: string;
            /** Format: date-time */
            startDateTime?: string | null;
            type?: string | null;
            usage?: string | null;
        };
        parentalControlSettings: {
            countriesBlockedForMinors?: string[];
            legalAgeGroupRule?: string | null;
        };
        /** @description A secret. Without the secret. */
        passwordCredential: {
            customKeyIdentifier?: string | null;
            displayName?: string | null;
            /** Format: date-time */
            endDateTime?: string | null;
            hint?: string | null;
            /** Format: uuid */
            keyId?: string;
            secretText?: null;
            /** Format: date-time */
            startDateTime?: string | null;
        };
        publicClientApplication: {
            redirectUris?: string[];
        };
        spaApplication: {
            redirectUris?: string[];
        };
        webApplication: {
            homePageUrl?: string | null;
            logoutUrl?: string | null;
            redirectUris?: string[];
            implicitGrantSettings?: components["schemas"]["implicitGrantSettings"];
        };
        implicitGrantSettings: {
            enableAccessTokenIssuance?: boolean | null;
            enableIdTokenIssuance?: boolean | null;
        };
        requiredResourceAccess: {
            resourceAppId?: string;
            resourceAccess?: components["schemas"]["resourceAccess"][];
        };
        resourceAccess: {
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            type?: "Scope" | "Role";
        };
        verifiedPublisher: {
            displayName?: string | null;
            verifiedPublisherId?: string | null;
            /** Format: date-time */
            addedDateTime?: string | null;
        };
        /** @description An application in the tenant. */
        servicePrincipal: {
            "@odata.context"?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            accountEnabled?: boolean | null;
            alternativeNames?: string[];
            appDescription?: string | null;
            appDisplayName?: string | null;
            /** Format: uuid */
            appId?: string;
            applicationTemplateId?: string | null;
            /** Format: uuid */
            appOwnerOrganizationId?: string | null;
            appRoleAssignmentRequired?: boolean;
            /** Format: date-time */
            createdDateTime?: string | null;
            description?: string | null;
            disabledByMicrosoftStatus?: string | null;
            displayName?: string;
            homepage?: string | null;
            loginUrl?: string | null;
            logoutUrl?: string | null;
            notes?: string | null;
            notificationEmailAddresses?: string[];
            preferredSingleSignOnMode?: string | null;
            preferredTokenSigningKeyThumbprint?: string | null;
            replyUrls?: string[];
            servicePrincipalNames?: string[];
            servicePrincipalType?: string | null;
            signInAudience?: string | null;
            tags?: string[];
            /** Format: uuid */
            tokenEncryptionKeyId?: string | null;
            samlSingleSignOnSettings?: null;
            addIns?: Record<string, never>[];
            appRoles?: components["schemas"]["appRole"][];
            info?: components["schemas"]["informationalUrl"];
            keyCredentials?: components["schemas"]["keyCredential"][];
            oauth2PermissionScopes?: components["schemas"]["permissionScope"][];
            passwordCredentials?: components["schemas"]["passwordCredential"][];
            resourceSpecificApplicationPermissions?: Record<string, never>[];
            verifiedPublisher?: components["schemas"]["verifiedPublisher"];
        };
        servicePrincipalCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["servicePrincipal"][];
        };
        /** @description Delegated permissions that a client has consent for. */
        oAuth2PermissionGrant: {
            "@odata.context"?: string;
            clientId?: string;
            /** @enum {string} */
            consentType?: "AllPrincipals" | "Principal";
            id?: string;
            principalId?: string | null;
            resourceId?: string;
            scope?: string | null;
        };
        oAuth2PermissionGrantCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["oAuth2PermissionGrant"][];
        };
        /** @description The tenant. */
        organization: {
            "@odata.context"?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            deletedDateTime?: string | null;
            businessPhones?: string[];
            city?: string | null;
            country?: string | null;
            countryLetterCode?: string | null;
            /** Format: date-time */
            createdDateTime?: string | null;
            defaultUsageLocation?: string | null;
            displayName?: string | null;
            isMultipleDataLocationsForServicesEnabled?: boolean | null;
            marketingNotificationEmails?: string[];
            mobileDeviceManagementAuthority?: string | null;
            /** Format: date-time */
            onPremisesLastSyncDateTime?: string | null;
            onPremisesSyncEnabled?: boolean | null;
            partnerTenantType?: string | null;
            postalCode?: string | null;
            preferredLanguage?: string | null;
            securityComplianceNotificationMails?: string[];
            securityComplianceNotificationPhones?: string[];
            state?: string | null;
            street?: string | null;
            technicalNotificationMails?: string[];
            tenantType?: string | null;
            directorySizeQuota?: components["schemas"]["directorySizeQuota"];
            privacyProfile?: components["schemas"]["privacyProfile"];
            assignedPlans?: components["schemas"]["assignedPlan"][];
            provisionedPlans?: components["schemas"]["provisionedPlan"][];
            verifiedDomains?: components["schemas"]["verifiedDomain"][];
        };
        organizationCollection: {
            "@odata.context": string;
            "@odata.count"?: number;
            "@odata.nextLink"?: string;
            value: components["schemas"]["organization"][];
        };
        directorySizeQuota: {
            used?: number | null;
            total?: number | null;
        } | null;
        privacyProfile: {
            contactEmail?: string | null;
            statementUrl?: string | null;
        } | null;
        verifiedDomain: {
            capabilities?: string | null;
            isDefault?: boolean | null;
            isInitial?: boolean | null;
            name?: string | null;
            type?: string | null;
        };
        fixtureApplication: {
            /**
             * Format: uuid
             * @description Of the application object.
             */
            id?: string;
            /**
             * Format: uuid
             * @description The client id.
             */
            appId?: string;
            /**
             * Format: uuid
             * @description Of the service principal in the tenant.
             */
            servicePrincipalId?: string;
            displayName: string;
            type?: components["schemas"]["applicationType"];
            /** @description Of a daemon or a web app. Left out, the display name in lower case and with hyphens, then -secret. */
            secret?: string;
            /** @description The secret is refused from then on. Left out, it does not expire. */
            secretExpiresDateTime?: components["schemas"]["dateTime"];
            /** @description X.509, in PEM: what the client assertions of a daemon or a web app are signed with. */
            certificates?: string[];
            redirectUris?: string[];
            /**
             * Format: uri
             * @description Loaded in a hidden frame when a person signs out of a session that the application took part in. By http or https.
             */
            logoutUrl?: string;
            /**
             * @description Whose accounts it signs in. Left out, those of its own tenant.
             * @enum {string}
             */
            signInAudience?: "AzureADMyOrg" | "AzureADMultipleOrgs" | "AzureADandPersonalMicrosoftAccount";
            /** @description Whether /authorize may answer with an id token. Left out, it may not. */
            enableIdTokenIssuance?: boolean;
            /** @description By which tokens for the application are asked for. Left out, api:// and its appId. */
            identifierUris?: string[];
            /** @description What it offers to other applications. */
            exposed?: components["schemas"]["permissionNames"];
            /** @description What it has consent for: permissions of Microsoft Graph by name, those of other resources in full, as api://orders/read. */
            consented?: components["schemas"]["permissionNames"];
        };
        fixtureGroup: {
            /** Format: uuid */
            id?: string;
            displayName: string;
            description?: string;
            mailNickname?: string;
            /** @description Whether directory roles can be assigned to it; its members and owners are out of reach of all but the highest administrators. Left out, they cannot. */
            isAssignableToRole?: boolean;
            /** @description Directory roles that its members have. Only where roles can be assigned to it. */
            roles?: components["schemas"]["directoryRoleName"][];
            /** @description Users by their user principal names, or the part before the @, and groups by their display names. */
            members?: string[];
            /** @description Users by their user principal names, or the part before the @. */
            owners?: string[];
        };
        permissionNames: {
            /** @description Delegated permissions. */
            scopes?: string[];
            /** @description Application permissions. */
            roles?: string[];
        };
        /**
         * @description `documented` enforces what the documentation says; `observed` differs from it where the real service was seen to
         *     (docs/deviations.md lists how); `off` checks neither permissions nor directory roles.
         * @enum {string}
         */
        permissionsMode: "documented" | "observed" | "off";
        settings: {
            permissions: components["schemas"]["permissionsMode"];
            signIn: components["schemas"]["signInMode"];
            logs: {
                /** @description How long it takes until what happened is seen in the audit and sign-in logs. */
                delaySeconds: components["schemas"]["delaySeconds"];
            };
            revocation: {
                preset: components["schemas"]["revocationPreset"];
                /** @description How long a revocation takes to reach each surface. */
                delaySeconds: {
                    graph: components["schemas"]["delaySeconds"];
                    token: components["schemas"]["delaySeconds"];
                    session: components["schemas"]["delaySeconds"];
                };
                truncateToSeconds: components["schemas"]["truncateToSeconds"];
                challenge: components["schemas"]["challengeGeneration"];
                successStatus: components["schemas"]["successStatus"];
                suberror: components["schemas"]["suberror"];
            };
        };
        settingsUpdate: {
            permissions?: components["schemas"]["permissionsMode"];
            signIn?: components["schemas"]["signInMode"];
            logs?: {
                delaySeconds?: components["schemas"]["delaySeconds"];
            };
            revocation?: {
                preset?: components["schemas"]["revocationPreset"];
                delaySeconds?: {
                    graph?: components["schemas"]["delaySeconds"];
                    token?: components["schemas"]["delaySeconds"];
                    session?: components["schemas"]["delaySeconds"];
                };
                truncateToSeconds?: components["schemas"]["truncateToSeconds"];
                challenge?: components["schemas"]["challengeGeneration"];
                successStatus?: components["schemas"]["successStatus"];
                suberror?: components["schemas"]["suberror"];
            };
        };
        /**
         * @description The preset last chosen. `instant` has no delay and full precision; `realistic` has the delays and the whole seconds of the real service.
         * @enum {string}
         */
        revocationPreset: "instant" | "realistic";
        delaySeconds: number;
        /** @description Whether a revocation is cut to the whole second, so that what was issued in the same second survives it, as in the real service. */
        truncateToSeconds: boolean;
        /**
         * @description Which form of the claims challenge header is sent.
         * @enum {string}
         */
        challengeGeneration: "2021" | "2022" | "2024";
        /**
         * @description What a successful revocation answers; 204 was announced but never shipped.
         * @enum {integer}
         */
        successStatus: 200 | 204;
        /**
         * @description `page` shows the sign-in pages; `automatic` signs in at once, without a page or a password, whom `login_hint` names, or else the tenant's
         *     first user without a directory role.
         * @enum {string}
         */
        signInMode: "page" | "automatic";
        /**
         * @description The `suberror` of a grant refused for a revocation; null leaves it out, as older endpoints do. Client libraries react differently.
         * @enum {string|null}
         */
        suberror: "bad_token" | "token_expired" | "client_mismatch" | "protection_policy_required" | "message_only" | "basic_action" | "additional_action" | "consent_required" | "user_password_expired" | null;
        userUpdate: {
            accountEnabled?: boolean;
            password?: string;
            /**
             * @description Whose act the new password is. `user` when left out.
             * @enum {string}
             */
            passwordChange?: "user" | "portal" | "adminCenter";
        };
        userInfo: {
            /** @description The user to this client; the same as in its id tokens. */
            sub: string;
            name?: string;
            family_name?: string;
            given_name?: string;
            picture?: string;
            email?: string;
        };
        openIdConfiguration: {
            token_endpoint: string;
            token_endpoint_auth_methods_supported: string[];
            jwks_uri: string;
            response_modes_supported: string[];
            subject_types_supported: string[];
            id_token_signing_alg_values_supported: string[];
            response_types_supported: string[];
            scopes_supported: string[];
            issuer: string;
            request_uri_parameter_supported: boolean;
            userinfo_endpoint: string;
            authorization_endpoint: string;
            device_authorization_endpoint: string;
            http_logout_supported: boolean;
            frontchannel_logout_supported: boolean;
            end_session_endpoint: string;
            claims_supported: string[];
            kerberos_endpoint: string;
            tenant_region_scope: string | null;
            cloud_instance_name: string;
            cloud_graph_host_name: string;
            msgraph_host: string;
            rbac_url: string;
        };
        keySet: {
            keys: {
                /** @constant */
                kty: "RSA";
                /** @constant */
                use: "sig";
                kid: string;
                x5t: string;
                n: string;
                e: string;
                x5c: string[];
                issuer: string;
            }[];
        };
        instanceDiscovery: {
            tenant_discovery_endpoint: string;
            "api-version": string;
            metadata: {
                preferred_network: string;
                preferred_cache: string;
                aliases: string[];
            }[];
        };
        userRealm: {
            /** @constant */
            ver: "1.0";
            /** @enum {string} */
            account_type: "Managed" | "Unknown";
            domain_name?: string;
            cloud_instance_name: string;
            cloud_audience_urn: string;
        };
        grantRequest: {
            grant_type: string;
            client_id?: string;
            client_secret?: string;
            client_assertion_type?: string;
            client_assertion?: string;
            scope?: string;
            claims?: string;
            client_info?: string;
            code?: string;
            redirect_uri?: string;
            code_verifier?: string;
            refresh_token?: string;
            username?: string;
            password?: string;
            device_code?: string;
            assertion?: string;
            requested_token_use?: string;
        } & {
            [key: string]: string;
        };
        grantResponse: {
            /** @constant */
            token_type: "Bearer";
            scope?: string;
            expires_in: number;
            ext_expires_in: number;
            /** @description Seconds after which the token should be renewed; of tokens that live for two hours or more. */
            refresh_in?: number;
            access_token: string;
            refresh_token?: string;
            /** @description Seconds; of the refresh tokens of single-page apps. */
            refresh_token_expires_in?: number;
            id_token?: string;
            client_info?: string;
        };
        deviceAuthorization: {
            user_code: string;
            device_code: string;
            verification_uri: string;
            expires_in: number;
            interval: number;
            message: string;
        };
        /** @description The error of the identity platform. Branch on `error`, and on `suberror` where there is one. */
        signInError: {
            error: string;
            error_description: string;
            error_codes: number[];
            timestamp: string;
            /** Format: uuid */
            trace_id: string;
            correlation_id: string;
            error_uri?: string;
            suberror?: string;
            claims?: string;
        };
        tokenRequest: {
            /** @description Id, user principal name, or what stands before its `@`. Without it, the token is app-only. */
            user?: string;
            /** @description The appId of the client. Left out, one of the tenant's that fits. */
            client?: string;
            /** @description The `scp` of a delegated token. Left out, what the client has consent for. */
            scopes?: string[];
            /** @description The `roles` of an app-only token. Left out, what the client has consent for. */
            roles?: string[];
            /** @description What the client declared, as in `xms_cc`; `cp1` means that it understands claims challenges. */
            capabilities?: string[];
            /** @description Seconds until it expires; negative for one that already has expired. */
            lifetimeSeconds?: number;
            /** @description The `aud` claim. Left out, Microsoft Graph. */
            audience?: string;
            /** @description Claims to put over the token's own; null takes one away. */
            claims?: {
                [key: string]: unknown;
            };
            /**
             * @description `invalid` gives a token whose signature does not verify.
             * @enum {string}
             */
            signature?: "valid" | "invalid";
        };
        tokenResponse: {
            access_token: string;
            expires_in: number;
            /** @constant */
            token_type: "Bearer";
        };
        explainRequest: {
            /** @description The token as the client sent it. */
            token: string;
            /** @description The user to be acted upon, by id or user principal name. */
            target?: string;
        };
        explanation: {
            token: components["schemas"]["explainedToken"];
            surfaces: components["schemas"]["surfaceVerdict"][];
            /** @description Empty for a token that Graph refuses. */
            operations: components["schemas"]["operationVerdict"][];
        };
        /** @description What the token says of itself, believed or not. Only `kind` when it cannot be read. */
        explainedToken: {
            /** @enum {string} */
            kind: "accessToken" | "refreshToken" | "authorizationCode" | "sessionCookie" | "unreadable";
            tenant?: string;
            user?: string;
            client?: string;
            audience?: string;
            scopes?: string[];
            roles?: string[];
            capabilities?: string[];
            /** Format: date-time */
            issuedAt?: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        surfaceVerdict: {
            /** @enum {string} */
            surface: "graph" | "token" | "session";
            accepted: boolean;
            /**
             * @description The check that refused it, or null.
             * @enum {string|null}
             */
            check: "kind" | "form" | "signature" | "audience" | "issuer" | "lifetime" | "use" | "account" | "revocation" | null;
            /** @description The same in words. */
            reason: string;
            /** Format: date-time */
            issuedAt?: string;
            /**
             * Format: date-time
             * @description What was issued before this instant is revoked.
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description When that revocation reaches this surface.
             */
            takesEffectAt?: string;
        };
        operationVerdict: {
            operationId: string;
            allowed: boolean;
            reason: string;
            /** @description Any one of these permissions or directory roles would do. */
            missing: string[];
        };
        clock: {
            /**
             * Format: date-time
             * @description What it shows, with milliseconds.
             */
            now: string;
            /** @description Whether it stands still. */
            frozen: boolean;
            /** @description By how much it is ahead of the machine's. */
            offsetSeconds: number;
        };
        clockUpdate: {
            /**
             * Format: date-time
             * @description An instant of the years 1970 to 2999.
             */
            now?: string;
            /** @description Up to ten years; backwards when negative. */
            advanceSeconds?: number;
            frozen?: boolean;
        };
        snapshotName: string;
        snapshotRequest: {
            name: components["schemas"]["snapshotName"];
            /** @description Its id or one of its domains. Left out, all tenants. */
            tenant?: string;
        };
        snapshot: {
            name: components["schemas"]["snapshotName"];
            /**
             * Format: date-time
             * @description By the machine's clock.
             */
            takenAt: string;
            /** @description Their initial domains. */
            tenants: string[];
        };
        snapshotCollection: {
            snapshots: components["schemas"]["snapshot"][];
        };
        snapshotDocument: {
            /** @constant */
            format: "graph-understudy snapshot";
            /** @constant */
            formatVersion: 1;
            /**
             * Format: date-time
             * @description By the machine's clock.
             */
            takenAt: string;
            /** @description SHA-256 of the contents as JSON, in base64url. */
            digest: string;
            /** @description Not meant to be read or changed. */
            contents: Record<string, never>;
        };
        restoreRequest: {
            /**
             * @description Whether the clocks go back to the instant of the snapshot as well. They do when left out.
             * @enum {string}
             */
            clock?: "snapshot" | "keep";
        };
        /** @enum {string} */
        faultySurface: "graph" | "signIn";
        /** @description Which requests fail, and how. At least one of `status`, `delayMilliseconds` and `connection`. */
        faultPlan: {
            /** @description Of Graph or of the sign-in surface. */
            operationId?: string;
            surface?: components["schemas"]["faultySurface"];
            /** @description Id, user principal name, or the part of it before the @. */
            user?: string;
            /** @description Its appId or its display name. */
            client?: string;
            /** @description Of requests to the token endpoint, as `refresh_token`. */
            grantType?: string;
            /** @description How many that match are let through first. */
            after?: number;
            /** @description How often it strikes. Left out, until it is called off. */
            times?: number;
            /** @description Of striking. Always when left out. */
            probability?: number;
            /** @description The same seed strikes at the same requests. Drawn when left out. */
            seed?: number;
            /** @description Answered in the surface's own shape. */
            status?: number;
            /** @description The error's code, in place of the one that belongs to the status. */
            code?: string;
            /** @description The error's message, likewise. */
            message?: string;
            /** @description The header `Retry-After`. */
            retryAfterSeconds?: number;
            /** @description How long the answer is held back; drawn from a range. */
            delayMilliseconds?: number | {
                least: number;
                most: number;
            };
            /**
             * @description `reset` ends the connection before the operation does anything; `truncate` has it done, and ends the connection in the middle of the
             *     answer; `hang` never answers.
             * @enum {string}
             */
            connection?: "reset" | "truncate" | "hang";
        };
        fault: {
            id: string;
            plan: components["schemas"]["faultPlan"];
            /** @description How many requests it matched. */
            met: number;
            /** @description How many of them it made fail. */
            struck: number;
        };
        faultCollection: {
            faults: components["schemas"]["fault"][];
        };
        recordedRequest: {
            /** @description Counts all requests to the server. */
            sequence: number;
            /** @description As the answer has it: `request-id`, or `x-ms-request-id`. */
            id: string;
            /**
             * Format: date-time
             * @description When it was answered, by the tenant's clock.
             */
            at: string;
            durationMilliseconds: number;
            /** @description Left out where the path belongs to none. */
            surface?: components["schemas"]["faultySurface"];
            /** @description Left out where nothing in the contract matches. */
            operationId?: string;
            /** @description Its id. Left out where the request says of none that is there. */
            tenant?: string;
            method: string;
            /** @description Without the query, but for the options of OData. */
            path: string;
            /** @description Null where the connection was ended instead of an answer. */
            status: number | null;
            /** @description Graph's code, or the AADSTS number. */
            errorCode?: string;
            /** @description The user principal name, as far as the request says who asks. */
            user?: string;
            /** @description Its appId. */
            client?: string;
            grantType?: string;
            /** @description What the caller showed; its id follows from it and is of no use to sign in with. */
            credential?: {
                /** @enum {string} */
                kind: "accessToken" | "refreshToken" | "authorizationCode" | "deviceCode" | "sessionCookie" | "password" | "clientSecret" | "clientAssertion" | "assertion";
                id?: string;
            };
            /** @description Why it was refused, as `explain` says it. */
            refusal?: {
                check?: string;
                reason: string;
            };
            /** @description What would have been accepted. */
            hint?: string;
            /** @description The planned failure that struck. */
            fault?: string;
            /** @description The caller's own id of the request. */
            correlationId?: string;
        };
        requestCollection: {
            requests: components["schemas"]["recordedRequest"][];
        };
        /** @description A problem document. */
        problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                /** @enum {string} */
                in: "path" | "query" | "header" | "body";
                /** @description The parameter's name, or a JSON pointer into the body. */
                pointer: string;
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description The user. */
        User: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "OData-Version": components["headers"]["ODataVersion"];
                "Cache-Control": components["headers"]["NoCache"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["user"];
            };
        };
        /** @description The user, as an object of the directory. */
        DirectoryObject: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "OData-Version": components["headers"]["ODataVersion"];
                "Cache-Control": components["headers"]["NoCache"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["user"];
            };
        };
        /** @description It is done. */
        NoContent: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "Cache-Control": components["headers"]["NoCache"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The sessions are revoked. The value is always true. */
        Revoked: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "OData-Version": components["headers"]["ODataVersion"];
                "Cache-Control": components["headers"]["NoCache"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["actionResult"];
            };
        };
        /** @description The same, as announced in 2019; only with the setting `revocation.successStatus` at 204. */
        RevokedNoContent: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "Cache-Control": components["headers"]["NoCache"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request was not understood. */
        BadRequest: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description The token is missing, refused, or issued before a revocation. */
        Unauthorized: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "WWW-Authenticate": components["headers"]["Challenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description A permission or a directory role is missing. */
        Forbidden: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                "Cache-Control": components["headers"]["NoCache"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description There is no such user, or the account is one the action does not exist for. */
        NotFound: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description The body is larger than the double reads. */
        TooLarge: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description The Host header names a host the double does not stand in for. */
        Misdirected: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description A defect of the double, for instance an answer that breaks this contract. The reason is in its log. */
        Defect: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"];
            };
        };
        /** @description What the person sees next. */
        Page: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                "Cache-Control": components["headers"]["NoStoreNoCache"];
                "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description An error that is not sent to the redirect URI. */
        ErrorPage: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                "Cache-Control": components["headers"]["NoStoreNoCache"];
                "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Back to the client, with the answer or the error in the query or the fragment. */
        Redirect: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                /**
                 * @description The redirect URI, completed.
                 * @example http://localhost:3000/#code=1.AAECAwQFBgcICQoL&state=12345
                 */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is refused. */
        SignInBadRequest: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description The client did not prove who it is. */
        ClientNotAuthenticated: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description The body is larger than the double reads. */
        SignInTooLarge: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description The Host header names a host the double does not stand in for. */
        SignInMisdirected: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description A defect of the double. The reason is in its log. */
        SignInDefect: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description A failure that was planned by `control.faults.create` or asked for by `Prefer`, of a status that is not listed here. */
        GraphPlannedFailure: {
            headers: {
                "request-id": components["headers"]["RequestId"];
                "client-request-id": components["headers"]["ClientRequestId"];
                "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                "Retry-After": components["headers"]["RetryAfter"];
                /**
                 * @description Of 429: `<scope>/<limit>/<application>/<tenant>`.
                 * @example Tenant_Application/ReadWrite/2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b01/5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10
                 */
                "x-ms-throttle-scope"?: string;
                /**
                 * @description Of 429, the reason.
                 * @example ResourceUnitLimitExceeded
                 */
                "x-ms-throttle-information"?: string;
                /**
                 * @description Of 429, how much of the limit is used.
                 * @example 1.8
                 */
                "x-ms-throttle-limit-percentage"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["graphError"] | components["schemas"]["graphThrottled"];
            };
        };
        /** @description A failure that was planned by `control.faults.create` or asked for by `Prefer`, of a status that is not listed here. */
        SignInPlannedFailure: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["signInError"];
            };
        };
        /** @description A failure that was planned by `control.faults.create` or asked for by `Prefer`, of a status that is not listed here. */
        PlannedFailurePage: {
            headers: {
                "x-ms-request-id": components["headers"]["TraceId"];
                "Cache-Control": components["headers"]["NoStoreNoCache"];
                "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The settings as they are now. */
        Settings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["settings"];
            };
        };
        /** @description The request was not understood. Nothing was changed. */
        ControlBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The control key is missing or wrong. */
        KeyNeeded: {
            headers: {
                /**
                 * @description Asks for the control key.
                 * @example Bearer realm="graph-understudy control"
                 */
                "WWW-Authenticate": "Bearer realm=\"graph-understudy control\"";
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description A browser sent this from another site's page. */
        CrossSite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The tenant's clock. */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["clock"];
            };
        };
        /** @description The snapshot. */
        Snapshot: {
            headers: {
                Location: components["headers"]["ControlLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["snapshot"];
            };
        };
        /** @description Something there is in the way. Nothing was changed. */
        ControlConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description There is no such tenant, fixture, user or client. */
        ControlNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The body is larger than the double reads. */
        ControlTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The body is not JSON. */
        ControlUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The Host header names a host the double does not stand in for. */
        ControlMisdirected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description A defect of the double. The reason is in its log. */
        ControlDefect: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
    };
    parameters: {
        /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
        userId: string;
        /** @description The id of a user that was deleted. */
        deletedItemId: string;
        /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
        tenant: string;
        /** @description The tenant's id or one of its domains. */
        tenantInPath: string;
        /** @description The snapshot's name. */
        snapshot: components["schemas"]["snapshotName"];
        /** @description The planned failure's id. */
        fault: string;
        /** @description Only those of this operation. */
        ofOperation: string;
        /** @description Only those of this surface. */
        ofSurface: components["schemas"]["faultySurface"];
        /** @description Only those made by this user - id, user principal name, or the part of it before the @. */
        ofUser: string;
        /** @description Only those made through this client, by its appId or its display name. */
        ofClient: string;
        /** @description Only those that were answered so. */
        ofStatus: number;
        /** @description Only those that were refused with this code - Graph's, or the AADSTS number. */
        ofErrorCode: string;
        /** @description Only those since this instant, by the tenant's clock. */
        since: string;
        /** @description Only those with a greater sequence. */
        afterSequence: number;
        /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
        authorityTenant: string;
        /** @description The properties to return, separated by commas. */
        select: string;
        /**
         * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
         *     properties need `ConsistencyLevel: eventual` and `$count=true`.
         */
        filter: string;
        /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
        search: string;
        /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
        orderby: string;
        /** @description How many users a page holds at most. 100 when left out. */
        top: number;
        /** @description The entry's id. */
        directoryAuditId: string;
        /** @description The sign-in's id. */
        signInId: string;
        /** @description The role's id in the tenant, or in parentheses `roleTemplateId='…'`. */
        directoryRoleId: string;
        /** @description The assignment's id. */
        roleAssignmentId: string;
        /** @description The role's id, which is that of its template. */
        roleDefinitionId: string;
        /** @description The id of the application object, or in parentheses `appId='…'`. */
        applicationId: string;
        /** @description The id of the service principal, or in parentheses `appId='…'`. */
        servicePrincipalId: string;
        /** @description The grant's id. */
        oAuth2PermissionGrantId: string;
        /** @description The tenant's id. */
        organizationId: string;
        /** @description How many entries a page holds at most. 1000 when left out. */
        topOfLog: number;
        /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
        count: boolean;
        /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
        skipToken: string;
        /** @description `eventual` allows the advanced queries. */
        consistencyLevel: string;
        /** @description An id of the caller's own, sent back with the answer. */
        clientRequestId: string;
    };
    requestBodies: {
        /** @description Parameters as a browser or a client sends them. */
        Form: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: string;
                };
            };
        };
        /** @description The action takes no parameters. No body, an empty one and `{}` are the same. */
        NoParameters: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        /** @description What the user is to have instead. */
        UserChanges: {
            content: {
                "application/json": components["schemas"]["userChanges"];
            };
        };
        /** @description The password as it is, and as it is to be. */
        PasswordChange: {
            content: {
                "application/json": components["schemas"]["passwordChange"];
            };
        };
    };
    headers: {
        /**
         * @description Names this request. Errors repeat it as `trace_id`.
         * @example 3f1c0d5e-2a6b-4c7d-8e9f-0a1b2c3d4e5f
         */
        TraceId: string;
        /**
         * @description Discovery may be kept for a day.
         * @example max-age=86400, private
         */
        CachedForADay: "max-age=86400, private";
        /**
         * @description Any page may read discovery.
         * @example *
         */
        AnyOrigin: "*";
        /**
         * @description Tokens are not to be kept by caches.
         * @example no-store, no-cache
         */
        NoStoreNoCache: "no-store, no-cache";
        /**
         * @description Pages run no script but their own.
         * @example default-src 'none'
         */
        ContentSecurityPolicy: string;
        /**
         * @description Names this request.
         * @example 3f1c0d5e-2a6b-4c7d-8e9f-0a1b2c3d4e5f
         */
        RequestId: string;
        /**
         * @description The caller's `client-request-id`, or the request id when it sent none.
         * @example 3f1c0d5e-2a6b-4c7d-8e9f-0a1b2c3d4e5f
         */
        ClientRequestId: string;
        /**
         * @description Where the request was served, as JSON.
         * @example {"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"5","ScaleUnit":"000","RoleInstance":"GRAPH-UNDERSTUDY"}}
         */
        Diagnostic: string;
        /**
         * @description What the request costs against the throttling limits.
         * @example 1
         */
        ResourceUnit: string;
        /**
         * @description The version of the protocol.
         * @example 4.0
         */
        ODataVersion: "4.0";
        /**
         * @description Directory data is not to be cached.
         * @example no-cache
         */
        NoCache: "no-cache";
        /**
         * @description Seconds, possibly with a fraction, before it is worth another try.
         * @example 2.128
         */
        RetryAfter: string;
        /**
         * @description Where it is now.
         * @example /_understudy/snapshots/signed-in
         */
        ControlLocation: string;
        /**
         * @description Tokens are not to be kept by caches.
         * @example no-store
         */
        NoStore: "no-store";
        /**
         * @description The service root. The real service sends it with this 200 too.
         * @example https://graph.microsoft.com
         */
        Location: string;
        /**
         * @description Where the directory itself keeps what was created.
         * @example https://graph.microsoft.com/v2/5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10/directoryObjects/6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1b01/Microsoft.DirectoryServices.User
         */
        CreatedLocation: string;
        /**
         * @description How to get a token that would be accepted; with `error="insufficient_claims"`, a claims challenge.
         * @example Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"
         */
        Challenge: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "graph.me.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserChanges"];
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PasswordChange"];
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.revokeSignInSessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoParameters"];
        responses: {
            200: components["responses"]["Revoked"];
            204: components["responses"]["RevokedNoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.invalidateAllRefreshTokens": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoParameters"];
        responses: {
            200: components["responses"]["Revoked"];
            204: components["responses"]["RevokedNoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["newUser"];
            };
        };
        responses: {
            /** @description The user that was created, with the properties returned by default. */
            201: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    Location: components["headers"]["CreatedLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.delta": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /** @description Only users named by id, joined by `or`, 50 at most: `id eq '…' or id eq '…'`. */
                $filter?: string;
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
                /** @description Since when changes are asked for, as `@odata.deltaLink` gave it; `latest` for those from now on. */
                $deltatoken?: string;
            };
            header?: {
                /** @description `return=minimal` leaves out what was not changed. */
                Prefer?: string;
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, with the way to the next one or to later changes. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userDelta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.count": {
        parameters: {
            query?: {
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there are. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserChanges"];
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PasswordChange"];
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listMemberOf": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, then directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryObjectCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listTransitiveMemberOf": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, then directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryObjectCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listMemberOfAsGroup": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["groupCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listMemberOfAsDirectoryRole": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRoleCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listTransitiveMemberOfAsGroup": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["groupCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.listTransitiveMemberOfAsDirectoryRole": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRoleCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listMemberOf": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, then directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryObjectCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listTransitiveMemberOf": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, then directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryObjectCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listMemberOfAsGroup": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["groupCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listMemberOfAsDirectoryRole": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRoleCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listTransitiveMemberOfAsGroup": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["groupCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.me.listTransitiveMemberOfAsDirectoryRole": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description Clauses in double quotes, joined by AND and OR: `"displayName:wa" OR "mail:adele"`. Needs `ConsistencyLevel: eventual`. */
                $search?: components["parameters"]["search"];
                /** @description `displayName` or `userPrincipalName`, `asc` or `desc`; with a filter, in advanced queries only. */
                $orderby?: components["parameters"]["orderby"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directory roles. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRoleCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.revokeSignInSessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoParameters"];
        responses: {
            200: components["responses"]["Revoked"];
            204: components["responses"]["RevokedNoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.users.invalidateAllRefreshTokens": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoParameters"];
        responses: {
            200: components["responses"]["Revoked"];
            204: components["responses"]["RevokedNoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.deletedItems.listUsers": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deleted users. Each user principal name begins with the id, so that the name is free for others. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.deletedItems.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The id of a user that was deleted. */
                deletedItemId: components["parameters"]["deletedItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DirectoryObject"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.deletedItems.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The id of a user that was deleted. */
                deletedItemId: components["parameters"]["deletedItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.deletedItems.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The id of a user that was deleted. */
                deletedItemId: components["parameters"]["deletedItemId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Changes nothing. */
                    autoReconcileProxyConflict?: boolean | null;
                    /** @description Where the user's own was taken meanwhile. */
                    newUserPrincipalName?: string | null;
                };
            };
        };
        responses: {
            200: components["responses"]["DirectoryObject"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.auditLogs.listDirectoryAudits": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many entries a page holds at most. 1000 when left out. */
                $top?: components["parameters"]["topOfLog"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, newest first. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryAuditCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.auditLogs.getDirectoryAudit": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The entry's id. */
                directoryAuditId: components["parameters"]["directoryAuditId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryAudit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.auditLogs.listSignIns": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many entries a page holds at most. 1000 when left out. */
                $top?: components["parameters"]["topOfLog"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, newest first. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["signInCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.auditLogs.getSignIn": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The sign-in's id. */
                signInId: components["parameters"]["signInId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["signIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.directoryRoles.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRoleCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.directoryRoles.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The role's id in the tenant, or in parentheses `roleTemplateId='…'`. */
                directoryRoleId: components["parameters"]["directoryRoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["directoryRole"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.roleManagement.listRoleAssignments": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["unifiedRoleAssignmentCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.roleManagement.getRoleAssignment": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The assignment's id. */
                roleAssignmentId: components["parameters"]["roleAssignmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["unifiedRoleAssignment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.roleManagement.listRoleDefinitions": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["unifiedRoleDefinitionCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.roleManagement.getRoleDefinition": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The role's id, which is that of its template. */
                roleDefinitionId: components["parameters"]["roleDefinitionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["unifiedRoleDefinition"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.applications.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["applicationCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.applications.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The id of the application object, or in parentheses `appId='…'`. */
                applicationId: components["parameters"]["applicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["application"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.servicePrincipals.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Whether to count the matches. Ignored without `ConsistencyLevel: eventual`. */
                $count?: components["parameters"]["count"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description `eventual` allows the advanced queries. */
                ConsistencyLevel?: components["parameters"]["consistencyLevel"];
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["servicePrincipalCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.servicePrincipals.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The id of the service principal, or in parentheses `appId='…'`. */
                servicePrincipalId: components["parameters"]["servicePrincipalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["servicePrincipal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.oauth2PermissionGrants.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
                /**
                 * @description `eq`, `ne`, `in`, `ge`, `le`, `startsWith`, `endsWith`, `and`, `or`, `not` and parentheses. `ne`, `not`, `endsWith` and some
                 *     properties need `ConsistencyLevel: eventual` and `$count=true`.
                 */
                $filter?: components["parameters"]["filter"];
                /** @description How many users a page holds at most. 100 when left out. */
                $top?: components["parameters"]["top"];
                /** @description Where a page starts, as `@odata.nextLink` gave it. Opaque. */
                $skiptoken?: components["parameters"]["skipToken"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2PermissionGrantCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.oauth2PermissionGrants.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The grant's id. */
                oAuth2PermissionGrantId: components["parameters"]["oAuth2PermissionGrantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2PermissionGrant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.organization.list": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant, alone. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organizationCollection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.organization.get": {
        parameters: {
            query?: {
                /** @description The properties to return, separated by commas. */
                $select?: components["parameters"]["select"];
            };
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path: {
                /** @description The tenant's id. */
                organizationId: components["parameters"]["organizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    "x-ms-resource-unit": components["headers"]["ResourceUnit"];
                    "OData-Version": components["headers"]["ODataVersion"];
                    "Cache-Control": components["headers"]["NoCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.batch.run": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The requests. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["batchRequest"];
            };
        };
        responses: {
            /** @description The answers to the parts, in their order, whatever they are. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    "x-ms-ags-diagnostic": components["headers"]["Diagnostic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["batchResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.oidc.getUserInfo": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims, as far as the token's scopes go. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "graph.oidc.postUserInfo": {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of the caller's own, sent back with the answer. */
                "client-request-id"?: components["parameters"]["clientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims, as far as the token's scopes go. */
            200: {
                headers: {
                    "request-id": components["headers"]["RequestId"];
                    "client-request-id": components["headers"]["ClientRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            421: components["responses"]["Misdirected"];
            500: components["responses"]["Defect"];
            default: components["responses"]["GraphPlannedFailure"];
        };
    };
    "signIn.discovery.getConfiguration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where everything is. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CachedForADay"];
                    "Access-Control-Allow-Origin": components["headers"]["AnyOrigin"];
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["openIdConfiguration"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.discovery.getKeys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key set. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CachedForADay"];
                    "Access-Control-Allow-Origin": components["headers"]["AnyOrigin"];
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["keySet"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.discovery.getInstance": {
        parameters: {
            query?: {
                /** @example 1.1 */
                "api-version"?: string;
                /**
                 * @description The authority in question.
                 * @example https://login.microsoftonline.com/common/oauth2/v2.0/authorize
                 */
                authorization_endpoint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authority is known. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CachedForADay"];
                    "Access-Control-Allow-Origin": components["headers"]["AnyOrigin"];
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["instanceDiscovery"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.userRealm.get": {
        parameters: {
            query?: {
                /** @example 1.0 */
                "api-version"?: string;
            };
            header?: never;
            path: {
                /** @description A user principal name. */
                userName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Managed` for accounts of a tenant here, `Unknown` for others. */
            200: {
                headers: {
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["userRealm"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.authorize.get": {
        parameters: {
            query?: {
                /** @example 2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02 */
                client_id?: string;
                /** @example code */
                response_type?: string;
                /** @example http://localhost:3000 */
                redirect_uri?: string;
                /** @example openid profile offline_access User.Read */
                scope?: string;
                /** @example fragment */
                response_mode?: string;
                /** @example 12345 */
                state?: string;
                /** @example 678910 */
                nonce?: string;
                /** @example select_account */
                prompt?: string;
                /** @example adele@contoso.onmicrosoft.com */
                login_hint?: string;
                /** @example contoso.onmicrosoft.com */
                domain_hint?: string;
                /** @example 0d9f7c1e-58a4-4d0b-9c35-3c5f0a4f7e11 */
                sid?: string;
                /** @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM */
                code_challenge?: string;
                /** @example S256 */
                code_challenge_method?: string;
                /**
                 * @description A claims request as JSON.
                 * @example {"access_token":{"xms_cc":{"values":["cp1"]}}}
                 */
                claims?: string;
                /** @example 1 */
                client_info?: string;
            };
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["Redirect"];
            400: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.authorize.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Form"];
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["Redirect"];
            400: components["responses"]["ErrorPage"];
            413: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.login.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Form"];
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["Redirect"];
            400: components["responses"]["ErrorPage"];
            413: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.token.issue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["grantRequest"];
            };
        };
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStoreNoCache"];
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["grantResponse"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            401: components["responses"]["ClientNotAuthenticated"];
            413: components["responses"]["SignInTooLarge"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.deviceCode.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Form"];
        responses: {
            /** @description The code to type in, and the code to poll with. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStoreNoCache"];
                    "x-ms-request-id": components["headers"]["TraceId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["deviceAuthorization"];
                };
            };
            400: components["responses"]["SignInBadRequest"];
            413: components["responses"]["SignInTooLarge"];
            421: components["responses"]["SignInMisdirected"];
            500: components["responses"]["SignInDefect"];
            default: components["responses"]["SignInPlannedFailure"];
        };
    };
    "signIn.deviceAuth.get": {
        parameters: {
            query?: {
                /**
                 * @description The code to begin with.
                 * @example ABCDEFGHJ
                 */
                otc?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            400: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.deviceAuth.submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Form"];
        responses: {
            200: components["responses"]["Page"];
            400: components["responses"]["ErrorPage"];
            413: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.logout.get": {
        parameters: {
            query?: {
                /** @example http://localhost:3000 */
                post_logout_redirect_uri?: string;
                /** @example adele@contoso.onmicrosoft.com */
                logout_hint?: string;
                /** @example eyJ0eXAiOiJKV1QifQ.e30.c2ln */
                id_token_hint?: string;
                /** @example 12345 */
                state?: string;
            };
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["Redirect"];
            400: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "signIn.logout.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains; `common`, `organizations` or `consumers`. */
                authorityTenant: components["parameters"]["authorityTenant"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Form"];
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["Redirect"];
            400: components["responses"]["ErrorPage"];
            413: components["responses"]["ErrorPage"];
            421: components["responses"]["ErrorPage"];
            500: components["responses"]["ErrorPage"];
            default: components["responses"]["PlannedFailurePage"];
        };
    };
    "control.health.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            403: components["responses"]["CrossSite"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tenants.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All tenants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tenantCollection"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tenants.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["newTenant"];
            };
        };
        responses: {
            /** @description The tenant, with the passwords and secrets a test signs in with. */
            201: {
                headers: {
                    Location: components["headers"]["ControlLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tenant"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            409: components["responses"]["ControlConflict"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tenants.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains. */
                tenant: components["parameters"]["tenantInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tenant"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tenants.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tenant's id or one of its domains. */
                tenant: components["parameters"]["tenantInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.settings.get": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Settings"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.settings.update": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["settingsUpdate"];
            };
        };
        responses: {
            200: components["responses"]["Settings"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.users.remove": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.users.update": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["userUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.users.revoke": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The user's id, or the user principal name in any case; `#` is written `%23`. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tokens.issue": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["tokenRequest"];
            };
        };
        responses: {
            /** @description The token, in the shape of an OAuth token response. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["tokenResponse"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.tokens.explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["explainRequest"];
            };
        };
        responses: {
            /** @description The verdict of each surface. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["explanation"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.state.reset": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.clock.get": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.clock.reset": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.clock.update": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["clockUpdate"];
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All snapshots, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["snapshotCollection"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["snapshotRequest"];
            };
        };
        responses: {
            201: components["responses"]["Snapshot"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            409: components["responses"]["ControlConflict"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["snapshotDocument"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.put": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["snapshotDocument"];
            };
        };
        responses: {
            201: components["responses"]["Snapshot"];
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            409: components["responses"]["ControlConflict"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.snapshots.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The snapshot's name. */
                snapshot: components["parameters"]["snapshot"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["restoreRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            409: components["responses"]["ControlConflict"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.faults.list": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The planned failures, the oldest first, with how often each was met and how often it struck. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["faultCollection"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.faults.create": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["faultPlan"];
            };
        };
        responses: {
            /** @description The planned failure. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["fault"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            409: components["responses"]["ControlConflict"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.faults.clear": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.faults.remove": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path: {
                /** @description The planned failure's id. */
                fault: components["parameters"]["fault"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.requests.list": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
                /** @description Only those of this operation. */
                operationId?: components["parameters"]["ofOperation"];
                /** @description Only those of this surface. */
                surface?: components["parameters"]["ofSurface"];
                /** @description Only those made by this user - id, user principal name, or the part of it before the @. */
                user?: components["parameters"]["ofUser"];
                /** @description Only those made through this client, by its appId or its display name. */
                client?: components["parameters"]["ofClient"];
                /** @description Only those that were answered so. */
                status?: components["parameters"]["ofStatus"];
                /** @description Only those that were refused with this code - Graph's, or the AADSTS number. */
                errorCode?: components["parameters"]["ofErrorCode"];
                /** @description Only those since this instant, by the tenant's clock. */
                since?: components["parameters"]["since"];
                /** @description Only those with a greater sequence. */
                after?: components["parameters"]["afterSequence"];
                /** @description The latest that many. */
                limit?: number;
                /** @description How many to wait for. 1 when left out. */
                count?: number;
                /** @description How long to wait for them. Left out, what there is is answered at once. */
                waitSeconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests that match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["requestCollection"];
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            /** @description They did not come in time. Says which requests came closest. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.requests.clear": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            413: components["responses"]["ControlTooLarge"];
            415: components["responses"]["ControlUnsupportedMediaType"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
    "control.events.stream": {
        parameters: {
            query?: {
                /** @description The tenant's id or one of its domains. Left out or empty, the default tenant (for reset, all of them). */
                tenant?: components["parameters"]["tenant"];
                /** @description Only those of this operation. */
                operationId?: components["parameters"]["ofOperation"];
                /** @description Only those of this surface. */
                surface?: components["parameters"]["ofSurface"];
                /** @description Only those made by this user - id, user principal name, or the part of it before the @. */
                user?: components["parameters"]["ofUser"];
                /** @description Only those made through this client, by its appId or its display name. */
                client?: components["parameters"]["ofClient"];
                /** @description Only those that were answered so. */
                status?: components["parameters"]["ofStatus"];
                /** @description Only those that were refused with this code - Graph's, or the AADSTS number. */
                errorCode?: components["parameters"]["ofErrorCode"];
                /** @description How long to follow. Left out, until the caller goes. */
                waitSeconds?: number;
            };
            header?: {
                /** @description The sequence after which to begin. */
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["ControlBadRequest"];
            401: components["responses"]["KeyNeeded"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["ControlNotFound"];
            421: components["responses"]["ControlMisdirected"];
            500: components["responses"]["ControlDefect"];
        };
    };
}
